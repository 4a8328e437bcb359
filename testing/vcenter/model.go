package main

import (
	"strings"

	"github.com/google/uuid"
	"github.com/vmware/govmomi/simulator"
)

// model says what a fresh simulator holds. The counts below a datacenter are per datacenter, hosts are per cluster,
// machines per resource pool and per standalone host.
type model struct {
	ESX             bool     `json:"esx"` // a lone ESXi: only datastores and machines count
	APIVersion      string   `json:"apiVersion"`
	Certificate     string   `json:"certificate"`
	Datacenters     int      `json:"datacenters"`
	Folders         int      `json:"folders"` // how many of the datacenters lie in folders, with folders for all they hold
	Clusters        int      `json:"clusters"`
	Hosts           int      `json:"hosts"`
	StandaloneHosts int      `json:"standaloneHosts"`
	Pools           int      `json:"pools"`
	Apps            int      `json:"apps"`
	Pods            int      `json:"pods"`
	Datastores      int      `json:"datastores"`
	Machines        int      `json:"vms"`
	PoweredOn       bool     `json:"poweredOn"`
	Templates       []string `json:"templates"` // of each datacenter, with guests: clones are machines that run
	PortGroups      int      `json:"portGroups"`
	OpaqueNetworks  int      `json:"opaqueNetworks"`
	Delay           delay    `json:"delay"`
}

// delay holds back every call, or calls of one method, by milliseconds.
type delay struct {
	All     int            `json:"all"`
	Methods map[string]int `json:"methods"`
	Jitter  float64        `json:"jitter"` // standard deviation divided by mean
}

func defaultModel() model {
	return model{
		APIVersion: "8.0.3.0", Certificate: "trusted", Datacenters: 1, Clusters: 1, Hosts: 3, StandaloneHosts: 1, Datastores: 1,
		Machines: 2, PoweredOn: true, PortGroups: 1,
	}
}

func (m model) inventory() *simulator.Model {
	inventory := simulator.ESX()
	if !m.ESX {
		inventory = simulator.VPX()
		inventory.Datacenter = m.Datacenters
		inventory.Folder = m.Folders
		inventory.Cluster = m.Clusters
		inventory.ClusterHost = m.Hosts
		inventory.Host = m.StandaloneHosts
		inventory.Pool = m.Pools
		inventory.App = m.Apps
		inventory.Pod = m.Pods
		inventory.Portgroup = m.PortGroups
		inventory.OpaqueNetwork = m.OpaqueNetworks
	}
	inventory.Datastore = m.Datastores
	inventory.Machine = min(m.Machines, 1) // populate makes the others
	inventory.Autostart = m.PoweredOn
	inventory.DelayConfig = simulator.DelayConfig{Delay: m.Delay.All, MethodDelay: m.Delay.Methods, DelayJitter: m.Delay.Jitter}
	inventory.ServiceContent.About.InstanceUuid = uuid.NewString()
	inventory.ServiceContent.About.ApiVersion = m.APIVersion
	inventory.ServiceContent.About.Version = release(m.APIVersion)
	return inventory
}

// release is the version of the product that speaks a version of the API: "8.0.2" for "8.0.2.0".
func release(apiVersion string) string {
	parts := strings.Split(apiVersion, ".")
	for len(parts) < 3 {
		parts = append(parts, "0")
	}
	return strings.Join(parts[:3], ".")
}
