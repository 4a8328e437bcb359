package main

import (
	"context"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/types"
)

// populate fills an inventory that has one machine in each pool.
func populate(inventory *simulator.Model, m model) error {
	if err := multiply(inventory, m.Machines); err != nil {
		return err
	}
	return addTemplates(inventory, m.Templates)
}

// multiply makes more machines of the kind, many at a time. Left to itself the simulator makes one after another, and
// waits 20 ms for each task.
func multiply(inventory *simulator.Model, machines int) error {
	const atOnce = 16
	turn := make(chan struct{}, atOnce)
	failures := make(chan error, 1)
	var group sync.WaitGroup
	for _, entity := range inventory.Map().All("VirtualMachine") {
		for number := 1; number < machines; number++ {
			turn <- struct{}{}
			group.Go(func() {
				if err := duplicate(inventory, entity.(*simulator.VirtualMachine), number); err != nil {
					select {
					case failures <- err:
					default:
					}
				}
				<-turn
			})
		}
	}
	group.Wait()
	close(failures)
	return <-failures
}

// duplicate makes "…_VM7" like "…_VM0", on the hosts by turns.
func duplicate(inventory *simulator.Model, vm *simulator.VirtualMachine, number int) error {
	name := strings.TrimSuffix(vm.Name, "0") + fmt.Sprint(number)
	spec, err := specLike(vm, name)
	if err != nil {
		return err
	}
	created, err := methods.CreateVM_Task(context.Background(), inventory.Service, &types.CreateVM_Task{
		This: *vm.Parent, Config: spec, Pool: *vm.ResourcePool, Host: hostFor(inventory, vm, number),
	})
	if err != nil {
		return err
	}
	made, err := result(inventory, created.Returnval)
	if err != nil || vm.Runtime.PowerState != types.VirtualMachinePowerStatePoweredOn {
		return err
	}
	started, err := methods.PowerOnVM_Task(context.Background(), inventory.Service, &types.PowerOnVM_Task{
		This: made.(types.ManagedObjectReference),
	})
	if err != nil {
		return err
	}
	_, err = result(inventory, started.Returnval)
	return err
}

func specLike(vm *simulator.VirtualMachine, name string) (types.VirtualMachineConfigSpec, error) {
	files := vm.Config.Files.VmPathName[:strings.Index(vm.Config.Files.VmPathName, "]")+1]
	spec := types.VirtualMachineConfigSpec{
		Name: name, GuestId: vm.Config.GuestId, Files: &types.VirtualMachineFileInfo{VmPathName: files},
	}
	var devices object.VirtualDeviceList
	scsi, _ := devices.CreateSCSIController("pvscsi")
	ide, _ := devices.CreateIDEController()
	cdrom, _ := devices.CreateCdrom(ide.(*types.VirtualIDEController))
	file := files + " " + path.Join(name, "disk1.vmdk")
	disk := devices.CreateDisk(scsi.(types.BaseVirtualController), types.ManagedObjectReference{}, file)
	disk.CapacityInKB = 10 << 20
	devices = append(devices, scsi, ide, cdrom, disk)
	for _, device := range vm.Config.Hardware.Device {
		if card, ok := device.(types.BaseVirtualEthernetCard); ok {
			nic, _ := devices.CreateEthernetCard("e1000", card.GetVirtualEthernetCard().Backing)
			devices = append(devices, nic)
		}
	}
	var err error
	spec.DeviceChange, err = devices.ConfigSpec(types.VirtualDeviceConfigSpecOperationAdd)
	return spec, err
}

func result(inventory *simulator.Model, reference types.ManagedObjectReference) (types.AnyType, error) {
	task := inventory.Map().Get(reference).(*simulator.Task)
	task.Wait()
	if task.Info.Error != nil {
		return nil, fmt.Errorf("%s of %s: %T", task.Info.Name, task.Info.EntityName, task.Info.Error.Fault)
	}
	return task.Info.Result, nil
}

func hostFor(inventory *simulator.Model, vm *simulator.VirtualMachine, number int) *types.ManagedObjectReference {
	if cluster, ok := inventory.Map().Get(ownerOf(inventory, vm)).(*simulator.ClusterComputeResource); ok {
		return &cluster.Host[number%len(cluster.Host)]
	}
	return vm.Runtime.Host
}

func ownerOf(inventory *simulator.Model, vm *simulator.VirtualMachine) types.ManagedObjectReference {
	switch pool := inventory.Map().Get(*vm.ResourcePool).(type) {
	case *simulator.ResourcePool:
		return pool.Owner
	case *simulator.VirtualApp:
		return pool.Owner
	}
	return types.ManagedObjectReference{}
}
