package main

import (
	"bytes"
	"encoding/xml"
	"io"
	"net/http"
	"strings"
	"sync/atomic"

	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// call is what one request asks for.
type call struct {
	method string // "PowerOnVM_Task"; "GET /rest/…" where it is not SOAP
	this   types.ManagedObjectReference
	body   []byte // of SOAP only
}

// readCall reads the body of a SOAP request and puts it back; other bodies may be large and are left alone.
func readCall(r *http.Request) (call, error) {
	other := call{method: r.Method + " " + r.URL.Path}
	if r.Method != http.MethodPost || !isSOAP(r) {
		return other, nil
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return other, err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	if asked, ok := soapCall(body); ok {
		return asked, nil
	}
	return other, nil
}

func isSOAP(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/sdk") || strings.HasPrefix(r.URL.Path, "/pbm")
}

// soapCall finds the method below Body, and its first child, which every method has: _this.
func soapCall(body []byte) (call, bool) {
	asked := call{body: body}
	decoder := xml.NewDecoder(bytes.NewReader(body))
	for inBody := false; ; {
		token, err := decoder.Token()
		if err != nil {
			return asked, false
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case asked.method != "":
			return asked, start.Name.Local == "_this" && readReference(decoder, start, &asked.this)
		case inBody:
			asked.method = start.Name.Local
		case start.Name.Local == "Body":
			inBody = true
		}
	}
}

func readReference(decoder *xml.Decoder, start xml.StartElement, into *types.ManagedObjectReference) bool {
	var element struct {
		Type  string `xml:"type,attr"`
		Value string `xml:",chardata"`
	}
	err := decoder.DecodeElement(&element, &start)
	into.Type, into.Value = element.Type, element.Value
	return err == nil
}

func (v *vcenter) nameOf(ref types.ManagedObjectReference) string {
	if entity, ok := v.inventory.Map().Get(ref).(mo.Entity); ok {
		return entity.Entity().Name
	}
	return ""
}

// countingReader counts what a client sends.
type countingReader struct {
	io.ReadCloser
	bytes atomic.Int64
}

func (c *countingReader) Read(into []byte) (int, error) {
	n, err := c.ReadCloser.Read(into)
	c.bytes.Add(int64(n))
	return n, err
}
