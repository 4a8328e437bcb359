package main

import (
	"fmt"
	"strings"

	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// settings are extra options of a machine, and its power state:
//
//	test.machine  the image of its guest: the machine has one
//	test.engine   "false": no Docker engine runs in the guest
//	test.network  a network of the engine; otherwise the usual one
//	test.address  the address there; otherwise the engine chooses
//	test.primary  the interface whose address is the machine's: "docker0"; otherwise that of the first card
type settings struct {
	attachment
	image   string
	name    string
	mac     string
	engine  bool
	primary string
	power   types.VirtualMachinePowerState
}

const marked = "test.machine"

func settingsOf(vm *mo.VirtualMachine) (settings, bool) {
	if vm.Config == nil || vm.Config.Template {
		return settings{}, false
	}
	image := option(vm, marked)
	found := settings{
		attachment: attachment{option(vm, "test.network"), option(vm, "test.address")},
		image:      image, name: vm.Name, engine: option(vm, "test.engine") != "false",
		primary: option(vm, "test.primary"), power: vm.Runtime.PowerState,
	}
	if cards := cardsOf(vm); len(cards) > 0 {
		found.mac = cards[0].MacAddress
	}
	return found, image != ""
}

func option(vm *mo.VirtualMachine, key string) string {
	for _, each := range vm.Config.ExtraConfig {
		if option := each.GetOptionValue(); option.Key == key {
			text, _ := option.Value.(string)
			return text
		}
	}
	return ""
}

func cardsOf(vm *mo.VirtualMachine) []*types.VirtualEthernetCard {
	var cards []*types.VirtualEthernetCard
	for _, device := range vm.Config.Hardware.Device {
		if card, ok := device.(types.BaseVirtualEthernetCard); ok {
			cards = append(cards, card.GetVirtualEthernetCard())
		}
	}
	return cards
}

// container is how the engine's API wants to hear of it. An engine inside needs capabilities and devices; what runs
// here may lack SYS_RESOURCE itself and cannot give it. /run is empty after each start, as that of a machine is.
func (s settings) container(backdoor string) map[string]any {
	label, value, _ := strings.Cut(ownLabel(), "=")
	return map[string]any{
		"Image": s.image, "Hostname": "debian", "MacAddress": strings.ToLower(s.mac), "Labels": map[string]string{label: value},
		"Env":     []string{fmt.Sprint("MACHINE_ENGINE=", s.engine)},
		"Volumes": map[string]any{"/var/lib/docker": map[string]any{}},
		"HostConfig": map[string]any{
			"CapAdd": []string{"ALL"}, "CapDrop": []string{"SYS_RESOURCE"},
			"SecurityOpt":       []string{"seccomp=unconfined", "apparmor=unconfined"},
			"DeviceCgroupRules": []string{"a *:* rwm"},
			"Tmpfs":             map[string]string{"/run": "rw,exec,mode=755"},
			"Binds":             []string{backdoor + ":/run/vmware"},
			"NetworkMode":       s.attachment.name(),
			"DnsOptions":        []string{"timeout:1", "attempts:1"}, // nobody answers on a machine without a network
		},
		"NetworkingConfig": map[string]any{"EndpointsConfig": map[string]any{s.attachment.name(): s.endpoint()}},
	}
}
