package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"

	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// change sets a property that no method of the API sets: a host that does not respond, a machine whose files are gone.
type change struct {
	Type     string          `json:"type"`     // of the object
	Name     string          `json:"name"`     // its name, or
	Object   string          `json:"object"`   // its id
	Property string          `json:"property"` // "runtime.connectionState"
	Kind     string          `json:"kind"`     // type of the value: "xsd:string", "VirtualMachineConnectionState"
	Value    json.RawMessage `json:"value"`
}

func setBehind(v *vcenter, w http.ResponseWriter, r *http.Request) {
	var wanted change
	if !readJSON(w, r, &wanted) {
		return
	}
	if err := wanted.apply(v); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	reply(w, wanted)
}

func (c change) apply(v *vcenter) error {
	object := c.find(v)
	if object == nil {
		return fmt.Errorf("there is no %s with the name %q or the id %q", c.Type, c.Name, c.Object)
	}
	value, err := c.value()
	if err != nil {
		return err
	}
	return c.set(v, object, value)
}

func (c change) find(v *vcenter) mo.Reference {
	for _, object := range v.inventory.Map().AllReference(c.Type) {
		ref := object.Reference()
		if c.Object == ref.Value || c.Object == "" && c.Name == v.nameOf(ref) {
			return object
		}
	}
	return nil
}

var simpleTypes = map[string]reflect.Type{
	"xsd:boolean": reflect.TypeFor[bool](),
	"xsd:int":     reflect.TypeFor[int32](),
	"xsd:long":    reflect.TypeFor[int64](),
	"xsd:string":  reflect.TypeFor[string](),
}

func (c change) value() (any, error) {
	kind, ok := simpleTypes[c.Kind]
	if !ok {
		kind, ok = vimType(c.Kind)
	}
	if !ok {
		return nil, fmt.Errorf("vim25 has no type %q", c.Kind)
	}
	value := reflect.New(kind)
	err := decodeVim(c.Value, value.Interface())
	return value.Elem().Interface(), err
}

// set turns the panic about a property that does not exist, or takes another type, into an error; inside the lock,
// which the simulator would never give back otherwise.
func (c change) set(v *vcenter, object mo.Reference, value any) (err error) {
	context := *v.inventory.Service.Context
	context.WithLock(object, func() {
		defer func() {
			if reason := recover(); reason != nil {
				err = fmt.Errorf("%s of %s: %v", c.Property, c.Type, reason)
			}
		}()
		context.Update(object, []types.PropertyChange{{Name: c.Property, Val: value}})
	})
	return err
}
