package main

import (
	"context"
	"crypto/rand"
	"log"
	"regexp"
	"strings"
	"sync"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/types"
)

// rebooting is the exit code of a guest that wants to be started again.
const rebooting = 133

// machine is a virtual machine with a guest: a container that runs while the machine is on, and stays, with all it has
// written, until the machine is destroyed.
type machine struct {
	vcenter *vcenter
	engine  engine
	self    types.ManagedObjectReference

	mutex     sync.Mutex // one change at a time; taken before the lock of the simulator's object, never after it
	container string     // its id, from the first power-on to the end
	attached  attachment
	backdoor  *backdoor
	ended     chan struct{} // closed when the guest has ended; nil while it does not run
	paused    bool
}

// create makes the container, so that a machine that cannot run is not powered on in the first place.
func (m *machine) create() error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.made()
}

func (m *machine) made() error {
	if m.container != "" {
		return nil
	}
	wanted, ok := m.settings()
	if !ok {
		return nil
	}
	door, err := openBackdoor(m)
	if err != nil {
		return err
	}
	m.container, err = m.engine.create(m.containerName(wanted.name), wanted.container(door.folder))
	if err != nil {
		door.close()
		return err
	}
	m.backdoor, m.attached = door, wanted.attachment
	return nil
}

var unusual = regexp.MustCompile(`[^a-zA-Z0-9_.-]+`)

func (m *machine) containerName(name string) string {
	return "vm-" + unusual.ReplaceAllString(name, "-") + "-" + strings.ToLower(rand.Text()[:8])
}

// settle makes the guest run, stand still or end, as the power state says.
func (m *machine) settle() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	wanted, ok := m.settings()
	switch {
	case !ok:
	case wanted.power == types.VirtualMachinePowerStatePoweredOff:
		m.end()
	case wanted.power == types.VirtualMachinePowerStateSuspended && m.ended != nil && !m.paused:
		m.paused = m.try("pause", m.engine.do(m.container, "pause"))
		m.silent()
	case wanted.power == types.VirtualMachinePowerStatePoweredOn && m.paused:
		m.paused = !m.try("unpause", m.engine.do(m.container, "unpause"))
	case wanted.power == types.VirtualMachinePowerStatePoweredOn && m.ended == nil:
		if !m.try("start", m.begin(wanted)) {
			go m.powerOff()
		}
	}
}

func (m *machine) try(what string, err error) bool {
	if err != nil {
		log.Printf("%s does not %s: %v", m.self.Value, what, err)
	}
	return err == nil
}

func (m *machine) begin(wanted settings) error {
	if err := m.made(); err != nil {
		return err
	}
	if m.attached != wanted.attachment {
		if err := m.engine.attach(m.container, m.attached.name(), wanted.attachment); err != nil {
			return err
		}
		m.attached = wanted.attachment
	}
	if err := m.engine.do(m.container, "start"); err != nil {
		return err
	}
	m.ended = make(chan struct{})
	go m.watch(m.container, m.ended)
	return nil
}

// watch follows a guest to its end. Where nobody here ended it, it went down by itself, or wants to come up again.
func (m *machine) watch(container string, ended chan struct{}) {
	code, err := m.engine.wait(container)
	close(ended)
	m.mutex.Lock()
	byItself := m.ended == ended
	if byItself {
		m.ended = nil
		m.silent()
	}
	m.mutex.Unlock()
	switch {
	case !byItself:
	case err == nil && code == rebooting:
		m.settle()
	default:
		m.powerOff()
	}
}

func (m *machine) powerOff() {
	_, _ = methods.PowerOffVM_Task(context.Background(), m.vcenter.inventory.Service, &types.PowerOffVM_Task{This: m.self})
}

// cut ends the guest as a power failure does, and comes back when it has ended.
func (m *machine) cut() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.end()
}

func (m *machine) end() {
	if m.ended == nil {
		return
	}
	ended := m.ended
	m.ended = nil
	if m.paused {
		m.paused = !m.try("unpause", m.engine.do(m.container, "unpause"))
	}
	if m.try("end", m.engine.do(m.container, "kill")) {
		<-ended
	}
	m.silent()
}

// signal asks the guest for something: TERM to shut down, USR1 to reboot.
func (m *machine) signal(name string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.ended != nil {
		m.try("take a signal", m.engine.do(m.container, "kill?signal="+name))
	}
}

// remove is the end of the machine.
func (m *machine) remove() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.ended = nil
	if m.container == "" {
		return
	}
	if m.try("go away", m.engine.remove(m.container)) {
		m.container = ""
	}
	m.backdoor.close()
}

// settings are what the machine's properties say of it; false once it is destroyed, or has no guest any more.
func (m *machine) settings() (settings, bool) {
	var found settings
	var ok bool
	m.with(func(_ *simulator.Context, vm *simulator.VirtualMachine) { found, ok = settingsOf(&vm.VirtualMachine) })
	return found, ok
}

// with holds the lock of the simulator's object.
func (m *machine) with(do func(*simulator.Context, *simulator.VirtualMachine)) {
	context := *m.vcenter.inventory.Service.Context // locks belong to the context that took them
	if vm, ok := context.Map.Get(m.self).(*simulator.VirtualMachine); ok {
		context.WithLock(vm, func() { do(&context, vm) })
	}
}
