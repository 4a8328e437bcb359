package main

import (
	"fmt"
	"sort"
	"sync"
)

// fleet is all simulators that run.
type fleet struct {
	issuer   *authority
	home     string
	mutex    sync.Mutex
	started  int
	vcenters map[string]*vcenter
}

func newFleet(issuer *authority, home string) *fleet {
	return &fleet{issuer: issuer, home: home, vcenters: map[string]*vcenter{}}
}

func (f *fleet) start(id, password string, m model) (*vcenter, error) {
	v, err := startVCenter(id, password, f.home, m, f.issuer)
	if err != nil {
		return nil, err
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.vcenters[id] = v
	return v, nil
}

func (f *fleet) startNext(m model) (*vcenter, error) {
	f.mutex.Lock()
	f.started++
	id := fmt.Sprintf("vc%d", f.started)
	f.mutex.Unlock()
	return f.start(id, newPassword(), m)
}

func (f *fleet) get(id string) *vcenter {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.vcenters[id]
}

func (f *fleet) all() []*vcenter {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	list := []*vcenter{}
	for _, v := range f.vcenters {
		list = append(list, v)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	return list
}

func (f *fleet) end(v *vcenter) {
	f.mutex.Lock()
	delete(f.vcenters, v.ID)
	f.mutex.Unlock()
	v.close()
}

func (f *fleet) close() {
	for _, v := range f.all() {
		f.end(v)
	}
}
