package main

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// machines are those of a simulator that have guests. They follow power states that change, whoever changes them, and
// stand before the simulator for calls that a guest answers.
type machines struct {
	vcenter *vcenter
	engine  engine
	disks   *disks
	mutex   sync.Mutex
	known   map[types.ManagedObjectReference]*machine
}

func newMachines(v *vcenter) *machines {
	all := &machines{vcenter: v, engine: newEngine(), disks: newDisks(), known: map[types.ManagedObjectReference]*machine{}}
	v.inventory.Map().AddHandler(all)
	for _, each := range v.inventory.Map().All("VirtualMachine") {
		all.disks.number(&each.(*simulator.VirtualMachine).VirtualMachine)
	}
	return all
}

// Reference is what the registry of the simulator knows a handler by.
func (*machines) Reference() types.ManagedObjectReference {
	return types.ManagedObjectReference{Type: "Machines", Value: "machines"}
}

// PutObject sees a machine that was just made, before anybody else does.
func (all *machines) PutObject(_ *simulator.Context, object mo.Reference) {
	vm, ok := object.(*simulator.VirtualMachine)
	if ok && vm.Name == "" {
		vm.Name = vm.Self.Value // it gets its own later, and the simulator dies where it looks for a name among some that have none
	}
	if ok {
		all.disks.number(&vm.VirtualMachine)
	}
	if ok && option(&vm.VirtualMachine, marked) != "" && all.of(vm.Self) == nil {
		renumber(&vm.VirtualMachine, "")
		all.add(vm.Self)
	}
}

// UpdateObject is called with the lock of the object held, which a machine takes as well.
func (all *machines) UpdateObject(_ *simulator.Context, object mo.Reference, changes []types.PropertyChange) {
	vm, ok := object.(*mo.VirtualMachine)
	if ok {
		all.disks.number(vm)
	}
	if !ok || vm.Config == nil || option(vm, marked) == "" {
		return
	}
	if all.of(vm.Self) == nil {
		renumber(vm, simulated)
		all.add(vm.Self)
	}
	for _, change := range changes {
		switch {
		case change.Name == "config.hardware.device":
			renumber(vm, simulated)
		case change.Name == "runtime.powerState":
			go all.add(vm.Self).settle()
		}
	}
}

func (all *machines) RemoveObject(_ *simulator.Context, gone types.ManagedObjectReference) {
	if m := all.of(gone); m != nil {
		go m.remove()
	}
	all.mutex.Lock()
	defer all.mutex.Unlock()
	delete(all.known, gone)
}

func (all *machines) of(ref types.ManagedObjectReference) *machine {
	all.mutex.Lock()
	defer all.mutex.Unlock()
	return all.known[ref]
}

func (all *machines) add(ref types.ManagedObjectReference) *machine {
	all.mutex.Lock()
	defer all.mutex.Unlock()
	if all.known[ref] == nil {
		all.known[ref] = &machine{vcenter: all.vcenter, engine: all.engine, self: ref}
	}
	return all.known[ref]
}

// close ends all guests.
func (all *machines) close() {
	all.mutex.Lock()
	defer all.mutex.Unlock()
	var group sync.WaitGroup
	for _, m := range all.known {
		group.Go(m.remove)
	}
	group.Wait()
}

// simulated is how the MAC addresses begin that the simulator makes.
const simulated = "00:0c:29:"

// renumber gives cards MAC addresses that no other machine has. The simulator makes the same ones in every inventory,
// and copies them to clones, but all guests are on one engine.
func renumber(vm *mo.VirtualMachine, prefix string) {
	for _, card := range cardsOf(vm) {
		if card.AddressType == string(types.VirtualEthernetCardMacTypeManual) || !strings.HasPrefix(card.MacAddress, prefix) {
			continue
		}
		var random [3]byte
		_, _ = rand.Read(random[:])
		address := fmt.Sprintf("00:50:56:%02x:%02x:%02x", 0x80|random[0]&0x3f, random[1], random[2])
		for index := range vm.Guest.Net {
			if vm.Guest.Net[index].DeviceConfigId == card.Key {
				vm.Guest.Net[index].MacAddress = address
			}
		}
		card.MacAddress = address
	}
}

// before stands between the wire and the simulator.
func (all *machines) before(inner http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked, err := readCall(r)
		if err != nil || asked.this.Type != "VirtualMachine" {
			inner.ServeHTTP(w, r)
			return
		}
		if fault := all.vcenter.outOfReach(asked); fault != nil {
			writeFault(w, "The operation is not allowed in the current connection state of the machine.", fault)
			return
		}
		if asked.method == "ReconfigVM_Task" {
			if fault := all.vcenter.refusal(asked); fault != nil {
				writeFault(w, "The attempted operation cannot be performed in the current state of the machine.", fault)
				return
			}
		}
		if asked.method == "CloneVM_Task" {
			inner.ServeHTTP(w, all.vcenter.likeItsSource(r, asked))
		} else if m := all.of(asked.this); m != nil {
			m.serve(w, r, asked.method, inner)
		} else {
			inner.ServeHTTP(w, r)
		}
	})
}
