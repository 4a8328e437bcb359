package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"time"

	"github.com/vmware/govmomi/vim25/types"
)

// effect is what happens instead. It takes place "at"
//
//	call        (or nothing): a SOAP fault, an HTTP status, or after the delay what the client asked for
//	task        a task is the answer; it takes the delay with progress, then fails, or does what the client asked for
//	connection  the connection is cut, nothing was done
//	answer      all is done, and the connection is cut before the answer
type effect struct {
	At         string          `json:"at"`
	Delay      int             `json:"delay"`      // milliseconds
	Status     int             `json:"status"`     // of HTTP
	Fault      string          `json:"fault"`      // "NoPermission", "InsufficientResourcesFault": any of vim25
	Properties json.RawMessage `json:"properties"` // of the fault, as VI/JSON has them
	Message    string          `json:"message"`

	fault types.BaseMethodFault
}

var vimType = types.TypeFunc()

func (e *effect) prepare(method string) error {
	switch e.At {
	case "", "call", "connection", "answer":
	case "task":
		if !strings.HasSuffix(method, "_Task") {
			return fmt.Errorf("only methods that end in _Task give tasks, and %q does not", method)
		}
	default:
		return fmt.Errorf("an effect is at call, task, connection or answer, not at %q", e.At)
	}
	if e.Fault == "" {
		return nil
	}
	var err error
	e.fault, err = newFault(e.Fault, e.Properties)
	return err
}

func newFault(name string, properties json.RawMessage) (types.BaseMethodFault, error) {
	kind, ok := vimType(name)
	if !ok {
		return nil, fmt.Errorf("vim25 has no type %q", name)
	}
	fault, ok := reflect.New(kind).Interface().(types.BaseMethodFault)
	if !ok {
		return nil, fmt.Errorf("%q is no fault", name)
	}
	if len(properties) == 0 {
		return fault, nil
	}
	return fault, decodeVim(properties, fault)
}

// decodeVim reads JSON as VI/JSON writes it, with _typeName where a type has descendants.
func decodeVim(text json.RawMessage, into any) error {
	decoder := types.NewJSONDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

func (e *effect) answer(v *vcenter, w http.ResponseWriter, r *http.Request, asked call) {
	if e.At == "task" {
		e.answerTask(v, w, r, asked)
		return
	}
	time.Sleep(time.Duration(e.Delay) * time.Millisecond)
	switch {
	case e.At == "connection":
		panic(http.ErrAbortHandler)
	case e.At == "answer":
		v.inner.ServeHTTP(httptest.NewRecorder(), r)
		panic(http.ErrAbortHandler)
	case e.Status != 0:
		http.Error(w, e.Message, e.Status)
	case e.fault != nil:
		writeFault(w, e.Message, e.fault)
	default:
		v.inner.ServeHTTP(w, r)
	}
}

// done does what a client asked for, and gives the task that the simulator made of it.
func (v *vcenter) done(r *http.Request) (types.ManagedObjectReference, types.BaseMethodFault) {
	recorder := httptest.NewRecorder()
	v.inner.ServeHTTP(recorder, r)
	if recorder.Code != http.StatusOK {
		return types.ManagedObjectReference{}, readFault(recorder.Body.Bytes())
	}
	task, err := readReturned(recorder.Body.Bytes())
	if err != nil {
		return task, systemError(err)
	}
	return task, nil
}

func systemError(err error) types.BaseMethodFault {
	return &types.SystemErrorFault{Reason: err.Error()}
}

var errNoTask = errors.New("the answer of the simulator names no task")
