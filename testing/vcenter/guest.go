package main

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// report is what a guest says of itself: its name, and what "ip -j address" prints.
type report struct {
	HostName string `json:"hostName"`
	Links    []link `json:"links"`
}

type link struct {
	Name      string   `json:"ifname"`
	MAC       string   `json:"address"`
	Flags     []string `json:"flags"`
	Addresses []struct {
		Local  string `json:"local"`
		Prefix int32  `json:"prefixlen"`
	} `json:"addr_info"`
}

// tell makes a report the machine's properties: each interface is listed, a bridge of Docker as well, but for the
// loopback and the ends of containers' cables; those that are cards of the machine by their MAC address, with their key
// and network, and others with the key -1.
func (m *machine) tell(said report) {
	m.with(func(context *simulator.Context, vm *simulator.VirtualMachine) {
		wanted, _ := settingsOf(&vm.VirtualMachine)
		nics, primary := []types.GuestNicInfo{}, ""
		for _, link := range said.Links {
			if slices.Contains(link.Flags, "LOOPBACK") || strings.HasPrefix(link.Name, "veth") {
				continue
			}
			nic := nicOf(context, vm, link)
			nics = append(nics, nic)
			chosen := nic.DeviceConfigId != -1
			if wanted.primary != "" {
				chosen = link.Name == wanted.primary
			}
			if chosen && primary == "" {
				primary = firstIPv4(nic.IpAddress)
			}
		}
		context.AutoUpdate(vm, func() { setGuest(vm, said.HostName, primary, nics, true) })
	})
}

func nicOf(context *simulator.Context, vm *simulator.VirtualMachine, link link) types.GuestNicInfo {
	nic := types.GuestNicInfo{MacAddress: link.MAC, DeviceConfigId: -1, IpConfig: &types.NetIpConfigInfo{}}
	for _, each := range link.Addresses {
		nic.IpAddress = append(nic.IpAddress, each.Local)
		nic.IpConfig.IpAddress = append(nic.IpConfig.IpAddress, types.NetIpConfigInfoIpAddress{
			IpAddress: each.Local, PrefixLength: each.Prefix,
			State: string(types.NetIpConfigInfoIpAddressStatusPreferred),
		})
	}
	for _, card := range cardsOf(&vm.VirtualMachine) {
		if strings.EqualFold(card.MacAddress, link.MAC) {
			nic.DeviceConfigId, nic.Connected, nic.Network = card.Key, true, networkOf(context, card)
		}
	}
	return nic
}

func networkOf(context *simulator.Context, card *types.VirtualEthernetCard) string {
	switch backing := card.Backing.(type) {
	case *types.VirtualEthernetCardNetworkBackingInfo:
		return backing.DeviceName
	case *types.VirtualEthernetCardDistributedVirtualPortBackingInfo:
		group := types.ManagedObjectReference{Type: "DistributedVirtualPortgroup", Value: backing.Port.PortgroupKey}
		if found, ok := context.Map.Get(group).(*simulator.DistributedVirtualPortgroup); ok {
			return found.Name
		}
	}
	return ""
}

func firstIPv4(addresses []string) string {
	for _, each := range addresses {
		if address, err := netip.ParseAddr(each); err == nil && address.Is4() {
			return each
		}
	}
	return ""
}

// silent takes back what the guest said: it does not run. The simulator counts on an entry for each card.
func (m *machine) silent() {
	m.with(func(context *simulator.Context, vm *simulator.VirtualMachine) {
		nics := []types.GuestNicInfo{}
		for _, card := range cardsOf(&vm.VirtualMachine) {
			nics = append(nics, types.GuestNicInfo{
				Network: networkOf(context, card), MacAddress: card.MacAddress, DeviceConfigId: card.Key,
			})
		}
		context.AutoUpdate(vm, func() { setGuest(vm, "", "", nics, false) })
	})
}

func setGuest(vm *simulator.VirtualMachine, host, address string, nics []types.GuestNicInfo, running bool) {
	status, state := types.VirtualMachineToolsStatusToolsNotRunning, types.VirtualMachineToolsRunningStatusGuestToolsNotRunning
	if running {
		status, state = types.VirtualMachineToolsStatusToolsOk, types.VirtualMachineToolsRunningStatusGuestToolsRunning
	}
	vm.Guest.HostName, vm.Guest.IpAddress, vm.Guest.Net = host, address, nics
	vm.Guest.ToolsStatus, vm.Guest.ToolsRunningStatus = status, string(state)
	vm.Summary.Guest.HostName, vm.Summary.Guest.IpAddress = host, address
	vm.Summary.Guest.ToolsStatus, vm.Summary.Guest.ToolsRunningStatus = status, string(state)
}
