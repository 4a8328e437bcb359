package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
	"github.com/vmware/govmomi/vim25/xml"
)

// veil keeps properties of an object from whoever reads them, as a vCenter does where files cannot be reached (they are
// not set then) or where a privilege is missing (each is in the missing set with a fault). The object itself is as it was.
type veil struct {
	Type       string   `json:"type"`       // of the object
	Name       string   `json:"name"`       // its name, or
	Object     string   `json:"object"`     // its id; without both it is every one of the type
	Properties []string `json:"properties"` // with all below them; "" is every one
	Fault      string   `json:"fault"`      // "NoPermission"; without it they are not set
	Unseen     bool     `json:"unseen"`     // whether views leave the object out
}

// veils of one simulator.
type veils struct {
	mutex sync.Mutex
	list  []veil
}

func (v *vcenter) hide(w http.ResponseWriter, r *http.Request) {
	var wanted veil
	if !readJSON(w, r, &wanted) {
		return
	}
	if wanted.Name != "" || wanted.Object != "" {
		object := change{Type: wanted.Type, Name: wanted.Name, Object: wanted.Object}.find(v)
		if object == nil {
			refuse(w, http.StatusBadRequest, fmt.Errorf("there is no %s with the name %q or the id %q", wanted.Type, wanted.Name, wanted.Object))
			return
		}
		wanted.Object = object.Reference().Value
	}
	if wanted.Fault != "" {
		if _, err := newFault(wanted.Fault, nil); err != nil {
			refuse(w, http.StatusBadRequest, err)
			return
		}
	}
	v.veils.mutex.Lock()
	defer v.veils.mutex.Unlock()
	v.veils.list = append(v.veils.list, wanted)
	reply(w, wanted)
}

func (v *vcenter) show(w http.ResponseWriter, _ *http.Request) {
	v.veils.mutex.Lock()
	defer v.veils.mutex.Unlock()
	v.veils.list = nil
	reply(w, map[string]any{})
}

func (h *veils) read() []veil {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return append([]veil{}, h.list...)
}

// veiled answers a reading, without what is hidden from it.
func (v *vcenter) veiled(w http.ResponseWriter, r *http.Request, asked call, hidden []veil) {
	recorder := httptest.NewRecorder()
	v.inner.ServeHTTP(recorder, r)
	body := methods.RetrievePropertiesExBody{}
	decoder := xml.NewDecoder(bytes.NewReader(recorder.Body.Bytes()))
	decoder.TypeFunc = vimType
	err := decoder.Decode(&soap.Envelope{Body: &body})
	if err != nil || recorder.Code != http.StatusOK || body.Res == nil || body.Res.Returnval == nil {
		answer(w, recorder.Code, recorder.Body.Bytes())
		return
	}
	inView := bytes.Contains(asked.body, []byte("ContainerView"))
	var objects []types.ObjectContent
	for _, object := range body.Res.Returnval.Objects {
		if content, seen := behindVeils(object, hidden, inView, asked.paths(object.Obj.Type)); seen {
			objects = append(objects, content)
		}
	}
	body.Res.Returnval.Objects = objects
	var out bytes.Buffer
	out.WriteString(head)
	encoder := xml.NewEncoder(&out)
	if err := encoder.EncodeElement(body.Res, xml.StartElement{
		Name: xml.Name{Local: "RetrievePropertiesExResponse"},
		Attr: []xml.Attr{{Name: xml.Name{Local: "xmlns"}, Value: "urn:vim25"}},
	}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	out.WriteString(tail)
	answer(w, http.StatusOK, out.Bytes())
}

// special names the types of objects that have a more general one, by which they may be asked for.
var special = map[string]string{
	"ClusterComputeResource":         "ComputeResource",
	"VirtualApp":                     "ResourcePool",
	"VmwareDistributedVirtualSwitch": "DistributedVirtualSwitch",
	"DistributedVirtualPortgroup":    "Network",
	"OpaqueNetwork":                  "Network",
}

func isA(kind, general string) bool {
	return kind == general || special[kind] == general
}

// paths are the properties that a reading asks of a type.
func (c call) paths(of string) []string {
	method, err := simulator.UnmarshalBody(vimType, c.body)
	if err != nil {
		return nil
	}
	request, ok := method.Body.(*types.RetrievePropertiesEx)
	if !ok {
		return nil
	}
	var paths []string
	for _, filter := range request.SpecSet {
		for _, properties := range filter.PropSet {
			if isA(of, properties.Type) {
				paths = append(paths, properties.PathSet...)
			}
		}
	}
	return paths
}

func behindVeils(content types.ObjectContent, hidden []veil, inView bool, asked []string) (types.ObjectContent, bool) {
	for _, each := range hidden {
		if !isA(content.Obj.Type, each.Type) || each.Object != "" && each.Object != content.Obj.Value {
			continue
		}
		if inView && each.Unseen {
			return content, false
		}
		content = each.over(content, asked)
	}
	return content, true
}

func (h veil) over(content types.ObjectContent, asked []string) types.ObjectContent {
	content.PropSet = slices.DeleteFunc(content.PropSet, func(it types.DynamicProperty) bool { return h.covers(it.Name) })
	if h.Fault == "" {
		return content
	}
	for _, path := range asked {
		if h.covers(path) {
			fault, _ := newFault(h.Fault, nil)
			content.MissingSet = append(content.MissingSet, types.MissingProperty{
				Path: path, Fault: types.LocalizedMethodFault{Fault: fault, LocalizedMessage: "Permission to perform this operation was denied."},
			})
		}
	}
	return content
}

func (h veil) covers(property string) bool {
	for _, each := range h.Properties {
		if each == "" || property == each || strings.HasPrefix(property, each+".") || strings.HasPrefix(property, each+"[") {
			return true
		}
	}
	return false
}
