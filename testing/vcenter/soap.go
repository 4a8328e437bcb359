package main

import (
	"bytes"
	"fmt"
	"net/http"
	"reflect"

	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
	"github.com/vmware/govmomi/vim25/xml"
)

const (
	head = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>`
	tail = `</soapenv:Body></soapenv:Envelope>`
)

// writeFault answers as a vCenter does: status 500, and the fault in an element that is named after its type.
func writeFault(w http.ResponseWriter, message string, fault types.BaseMethodFault) {
	var body bytes.Buffer
	body.WriteString(head + "<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>")
	_ = xml.EscapeText(&body, []byte(message))
	body.WriteString("</faultstring><detail>")
	name := reflect.TypeOf(fault).Elem().Name()
	element := xml.StartElement{
		Name: xml.Name{Local: name + "Fault"},
		Attr: []xml.Attr{
			{Name: xml.Name{Local: "xmlns"}, Value: "urn:vim25"},
			{Name: xml.Name{Local: "xsi:type"}, Value: name},
		},
	}
	_ = xml.NewEncoder(&body).EncodeElement(fault, element)
	body.WriteString("</detail></soapenv:Fault>" + tail)
	answer(w, http.StatusInternalServerError, body.Bytes())
}

func writeTask(w http.ResponseWriter, method string, task types.ManagedObjectReference) {
	body := fmt.Sprintf(`%s<%sResponse xmlns="urn:vim25"><returnval type="Task">%s</returnval></%[2]sResponse>%[4]s`,
		head, method, task.Value, tail)
	answer(w, http.StatusOK, []byte(body))
}

func answer(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "text/xml; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// readFault reads the fault of an answer; what is none becomes a system error.
func readFault(answer []byte) types.BaseMethodFault {
	var envelope struct {
		Body struct {
			Fault *soap.Fault
		}
	}
	decoder := xml.NewDecoder(bytes.NewReader(answer))
	decoder.TypeFunc = vimType
	if err := decoder.Decode(&envelope); err != nil {
		return systemError(err)
	}
	if envelope.Body.Fault == nil || envelope.Body.Fault.VimFault() == nil {
		return systemError(errNoTask)
	}
	value := reflect.ValueOf(envelope.Body.Fault.VimFault())
	pointer := reflect.New(value.Type())
	pointer.Elem().Set(value)
	fault, ok := pointer.Interface().(types.BaseMethodFault)
	if !ok {
		return systemError(errNoTask)
	}
	return fault
}

func readReturned(answer []byte) (types.ManagedObjectReference, error) {
	var task types.ManagedObjectReference
	var envelope struct {
		Body struct {
			Response struct {
				Returned struct {
					Type  string `xml:"type,attr"`
					Value string `xml:",chardata"`
				} `xml:"returnval"`
			} `xml:",any"`
		}
	}
	if err := xml.Unmarshal(answer, &envelope); err != nil {
		return task, err
	}
	task.Type, task.Value = envelope.Body.Response.Returned.Type, envelope.Body.Response.Returned.Value
	if task.Type != "Task" {
		return task, errNoTask
	}
	return task, nil
}
