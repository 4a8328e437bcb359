package main

import (
	"crypto/rand"
	"fmt"
	"sync"

	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// disks gives each disk a UUID that has nothing to do with its file and stays with it, whatever that is called later. The
// simulator makes one out of the path of the file.
type disks struct {
	mutex sync.Mutex
	made  map[string]string // UUIDs by what the simulator would have them
	ours  map[string]bool
}

func newDisks() *disks { return &disks{made: map[string]string{}, ours: map[string]bool{}} }

// number is called with the lock of the machine held. A file that is attached again is the disk that it was.
func (d *disks) number(vm *mo.VirtualMachine) {
	if vm.Config == nil {
		return
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	for _, device := range vm.Config.Hardware.Device {
		disk, ok := device.(*types.VirtualDisk)
		if !ok {
			continue
		}
		backing, ok := disk.Backing.(*types.VirtualDiskFlatVer2BackingInfo)
		if !ok || backing.Uuid == "" || d.ours[backing.Uuid] {
			continue
		}
		if d.made[backing.Uuid] == "" {
			var random [16]byte
			_, _ = rand.Read(random[:])
			fresh := fmt.Sprintf("6000c29%x-%x-%x-%x-%x", random[0]&0xf, random[2:4], random[4:6], random[6:8], random[8:14])
			d.made[backing.Uuid] = fresh
			d.ours[fresh] = true
		}
		backing.Uuid = d.made[backing.Uuid]
	}
}
