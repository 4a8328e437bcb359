package main

import (
	"context"
	"fmt"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// guestImage is what testing/peers/vm-image builds.
const guestImage = "dvl-test/vm:1"

// addTemplates puts templates into each datacenter; their clones are machines with guests.
func addTemplates(inventory *simulator.Model, names []string) error {
	for _, each := range inventory.Map().All("Datacenter") {
		for _, name := range names {
			if err := addTemplate(inventory, each.(*simulator.Datacenter), name); err != nil {
				return err
			}
		}
	}
	return nil
}

func addTemplate(inventory *simulator.Model, datacenter *simulator.Datacenter, name string) error {
	like := machineIn(inventory, datacenter.Self)
	if like == nil {
		return fmt.Errorf("templates are made like a machine, and %s has none", datacenter.Name)
	}
	spec, err := specLike(like, name)
	if err != nil {
		return err
	}
	spec.GuestId = string(types.VirtualMachineGuestOsIdentifierDebian12_64Guest)
	spec.ExtraConfig = []types.BaseOptionValue{&types.OptionValue{Key: marked, Value: guestImage}}
	created, err := methods.CreateVM_Task(context.Background(), inventory.Service, &types.CreateVM_Task{
		This: datacenter.VmFolder, Config: spec, Pool: *like.ResourcePool, Host: like.Runtime.Host,
	})
	if err != nil {
		return err
	}
	made, err := result(inventory, created.Returnval)
	if err != nil {
		return err
	}
	_, err = methods.MarkAsTemplate(context.Background(), inventory.Service, &types.MarkAsTemplate{
		This: made.(types.ManagedObjectReference),
	})
	return err
}

func machineIn(inventory *simulator.Model, datacenter types.ManagedObjectReference) *simulator.VirtualMachine {
	for _, each := range inventory.Map().All("VirtualMachine") {
		for above := each.Entity().Parent; above != nil; {
			if *above == datacenter {
				return each.(*simulator.VirtualMachine)
			}
			entity, ok := inventory.Map().Get(*above).(mo.Entity)
			if !ok {
				break
			}
			above = entity.Entity().Parent
		}
	}
	return nil
}
