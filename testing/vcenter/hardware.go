package main

import (
	"strings"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// refusal says why a vCenter would not reconfigure a machine in its power state; the simulator does whatever is asked.
// What is sent as it is already is no change.
func (v *vcenter) refusal(asked call) types.BaseMethodFault {
	method, err := simulator.UnmarshalBody(vimType, asked.body)
	if err != nil {
		return nil
	}
	request, sent := method.Body.(*types.ReconfigVM_Task)
	vm, ok := v.inventory.Map().Get(asked.this).(*simulator.VirtualMachine)
	if !sent || !ok {
		return nil
	}
	var fault types.BaseMethodFault
	context := *v.inventory.Service.Context
	context.WithLock(vm, func() {
		if vm.Config != nil {
			fault = unfit(&vm.VirtualMachine, &request.Spec)
		}
	})
	return fault
}

// outOfReach says why a vCenter does nothing with a machine that is not connected, but take it out of its inventory.
func (v *vcenter) outOfReach(asked call) types.BaseMethodFault {
	vm, ok := v.inventory.Map().Get(asked.this).(*simulator.VirtualMachine)
	if !ok || !strings.HasSuffix(asked.method, "_Task") {
		return nil
	}
	var fault types.BaseMethodFault
	context := *v.inventory.Service.Context
	context.WithLock(vm, func() {
		if vm.Runtime.ConnectionState != types.VirtualMachineConnectionStateConnected {
			fault = &types.InvalidState{}
		}
	})
	return fault
}

func unfit(vm *mo.VirtualMachine, spec *types.VirtualMachineConfigSpec) types.BaseMethodFault {
	hardware := vm.Config.Hardware
	cpus := spec.NumCPUs != 0 && spec.NumCPUs != hardware.NumCPU
	memory := spec.MemoryMB != 0 && spec.MemoryMB != int64(hardware.MemoryMB)
	cold := coldSetting(vm, spec) || coldDevice(vm, spec)
	switch state := vm.Runtime.PowerState; {
	case state == types.VirtualMachinePowerStateSuspended && (cpus || memory || cold || len(spec.DeviceChange) > 0):
		return wrongState(state)
	case state != types.VirtualMachinePowerStatePoweredOn:
		return nil
	case cpus && !hot(spec.NumCPUs > hardware.NumCPU, vm.Config.CpuHotAddEnabled, vm.Config.CpuHotRemoveEnabled):
		return &types.CpuHotPlugNotSupported{}
	case memory && !hot(spec.MemoryMB > int64(hardware.MemoryMB), vm.Config.MemoryHotAddEnabled, nil):
		return &types.MemoryHotPlugNotSupported{}
	case cold:
		return wrongState(state)
	}
	return nil
}

func wrongState(state types.VirtualMachinePowerState) types.BaseMethodFault {
	return &types.InvalidPowerState{RequestedState: types.VirtualMachinePowerStatePoweredOff, ExistingState: state}
}

func hot(more bool, add, remove *bool) bool {
	return more && add != nil && *add || !more && remove != nil && *remove
}

// coldSetting tells whether something else changes that a machine has to be off for.
func coldSetting(vm *mo.VirtualMachine, spec *types.VirtualMachineConfigSpec) bool {
	config := vm.Config
	return spec.Firmware != "" && spec.Firmware != config.Firmware ||
		spec.GuestId != "" && spec.GuestId != config.GuestId ||
		spec.NumCoresPerSocket != nil && !equal(spec.NumCoresPerSocket, config.Hardware.NumCoresPerSocket) ||
		changes(spec.CpuHotAddEnabled, config.CpuHotAddEnabled) ||
		changes(spec.CpuHotRemoveEnabled, config.CpuHotRemoveEnabled) ||
		changes(spec.MemoryHotAddEnabled, config.MemoryHotAddEnabled) ||
		changes(spec.NestedHVEnabled, config.NestedHVEnabled)
}

func changes(wanted, now *bool) bool {
	return wanted != nil && *wanted != (now != nil && *now)
}

// coldDevice tells whether a device comes or goes that cannot do so while the machine runs: one on an IDE or SATA
// controller, and such a controller.
func coldDevice(vm *mo.VirtualMachine, spec *types.VirtualMachineConfigSpec) bool {
	slow := map[int32]bool{}
	for _, each := range vm.Config.Hardware.Device {
		slow[each.GetVirtualDevice().Key] = isSlow(each)
	}
	for _, each := range spec.DeviceChange {
		slow[each.GetVirtualDeviceConfigSpec().Device.GetVirtualDevice().Key] = isSlow(each.GetVirtualDeviceConfigSpec().Device)
	}
	for _, each := range spec.DeviceChange {
		change := each.GetVirtualDeviceConfigSpec()
		if change.Operation != types.VirtualDeviceConfigSpecOperationEdit &&
			(isSlow(change.Device) || slow[change.Device.GetVirtualDevice().ControllerKey]) {
			return true
		}
	}
	return false
}

func isSlow(device types.BaseVirtualDevice) bool {
	switch device.(type) {
	case *types.VirtualIDEController, *types.VirtualAHCIController, *types.VirtualSATAController,
		*types.VirtualSriovEthernetCard, *types.VirtualTPM:
		return true
	}
	return false
}

func equal(one, other *int32) bool {
	return other != nil && *one == *other
}
