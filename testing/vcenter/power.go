package main

import (
	"bytes"
	"io"
	"net/http"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
	"github.com/vmware/govmomi/vim25/xml"
)

// serve does what the simulator does not: it has no guest. A power-off answers when the guest has ended. A guest that is
// to shut down or reboot is only asked, and the machine is off when it has done so.
func (m *machine) serve(w http.ResponseWriter, r *http.Request, method string, inner http.Handler) {
	wanted, _ := m.settings()
	on := wanted.power == types.VirtualMachinePowerStatePoweredOn
	off := wanted.power == types.VirtualMachinePowerStatePoweredOff
	switch {
	case method == "PowerOnVM_Task" && off:
		if err := m.create(); err != nil {
			writeFault(w, err.Error(), &types.GenericVmConfigFault{Reason: err.Error()})
			return
		}
	case method == "PowerOffVM_Task" && !off, method == "ResetVM_Task" && on:
		m.cut()
	case method == "Destroy_Task" && off:
		m.remove()
	case method == "ShutdownGuest" && on, method == "RebootGuest" && on:
		m.ask(w, method)
		return
	}
	inner.ServeHTTP(w, r)
}

func (m *machine) ask(w http.ResponseWriter, method string) {
	var running bool
	m.with(func(_ *simulator.Context, vm *simulator.VirtualMachine) {
		running = vm.Guest.ToolsRunningStatus == string(types.VirtualMachineToolsRunningStatusGuestToolsRunning)
	})
	signal := map[string]string{"ShutdownGuest": "TERM", "RebootGuest": "USR1"}[method]
	if !running {
		writeFault(w, "VMware Tools do not run in the machine.", &types.ToolsUnavailable{})
		return
	}
	m.signal(signal)
	answer(w, http.StatusOK, []byte(head+"<"+method+`Response xmlns="urn:vim25"></`+method+"Response>"+tail))
}

// likeItsSource hands the extra options of a machine with a guest on to its clone, as a vCenter does for any.
func (v *vcenter) likeItsSource(r *http.Request, asked call) *http.Request {
	source, ok := v.inventory.Map().Get(asked.this).(*simulator.VirtualMachine)
	if !ok {
		return r
	}
	var options []types.BaseOptionValue
	context := *v.inventory.Service.Context
	context.WithLock(source, func() {
		if option(&source.VirtualMachine, marked) != "" {
			options = append(options, source.Config.ExtraConfig...)
		}
	})
	method, err := simulator.UnmarshalBody(vimType, asked.body)
	if err != nil || len(options) == 0 {
		return r
	}
	request, ok := method.Body.(*types.CloneVM_Task)
	if !ok {
		return r
	}
	addMissing(&request.Spec, options)
	return withBody(r, &methods.CloneVM_TaskBody{Req: request})
}

func addMissing(spec *types.VirtualMachineCloneSpec, options []types.BaseOptionValue) {
	if spec.Config == nil {
		spec.Config = &types.VirtualMachineConfigSpec{}
	}
	wanted := mo.VirtualMachine{Config: &types.VirtualMachineConfigInfo{ExtraConfig: spec.Config.ExtraConfig}}
	for _, each := range options {
		if option(&wanted, each.GetOptionValue().Key) == "" {
			spec.Config.ExtraConfig = append(spec.Config.ExtraConfig, each)
		}
	}
}

func withBody(r *http.Request, body soap.HasFault) *http.Request {
	var text bytes.Buffer
	text.WriteString(xml.Header)
	if err := xml.NewEncoder(&text).Encode(soap.Envelope{Body: body}); err != nil {
		return r
	}
	changed := r.Clone(r.Context())
	changed.Body, changed.ContentLength = io.NopCloser(&text), int64(text.Len())
	return changed
}
