package main

import (
	"crypto/rand"
	"crypto/tls"
	"net/http"
	"net/url"

	_ "github.com/vmware/govmomi/pbm/simulator"
	"github.com/vmware/govmomi/simulator"
	_ "github.com/vmware/govmomi/vapi/cluster/simulator"
	_ "github.com/vmware/govmomi/vapi/simulator"
)

// vcenter is one simulator with a registry, a listener, a certificate and a password of its own.
type vcenter struct {
	ID         string `json:"id"`
	SDK        string `json:"sdk"`
	User       string `json:"user"`
	Password   string `json:"password"`
	Thumbprint string `json:"thumbprint"`

	home      string // where its guests find the way back
	inventory *simulator.Model
	machines  *machines
	server    *simulator.Server
	inner     http.Handler
	calls     calls
	rules     rules
	veils     veils
}

func startVCenter(id, password, home string, m model, issuer *authority) (*vcenter, error) {
	certificate, err := issuer.issue(m.Certificate)
	if err != nil {
		return nil, err
	}
	inventory := m.inventory()
	if err := inventory.Create(); err != nil {
		return nil, err
	}
	v := &vcenter{ID: id, User: user, Password: password, Thumbprint: thumbprint(certificate), home: home, inventory: inventory}
	v.machines = newMachines(v)
	if err := populate(inventory, m); err != nil {
		return nil, err
	}
	v.serve(certificate)
	return v, nil
}

func (v *vcenter) serve(certificate *tls.Certificate) {
	service := v.inventory.Service
	service.RegisterEndpoints = true
	service.TLS = &tls.Config{Certificates: []tls.Certificate{*certificate}}
	service.Listen = &url.URL{Host: "127.0.0.1:0", User: url.UserPassword(v.User, v.Password)}
	server := service.NewServer()
	address := url.URL{Scheme: server.URL.Scheme, Host: server.URL.Host, Path: server.URL.Path}
	v.SDK, v.server, v.inner = address.String(), server, v.machines.before(server.Config.Handler)
	server.Config.Handler = v // nobody knows the address yet
}

func newPassword() string { return rand.Text() }

// ServeHTTP stands between the wire and the simulator: it counts, and it does what the rules say.
func (v *vcenter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	asked, err := readCall(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	measured := v.calls.begin(w, r, asked)
	defer measured.end()
	if rule := v.rules.next(asked, v.nameOf(asked.this)); rule != nil {
		rule.answer(v, measured, r, asked)
	} else if hidden := v.veils.read(); len(hidden) > 0 && asked.method == "RetrievePropertiesEx" {
		v.veiled(measured, r, asked, hidden)
	} else {
		v.inner.ServeHTTP(measured, r)
	}
}

// close cuts every connection: clients may be waiting for updates for as long as they like.
func (v *vcenter) close() {
	_ = v.server.Config.Close()
	v.machines.close()
	v.inventory.Remove()
}
