package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// backdoor is how a guest talks to the hypervisor, as VMware Tools do: one command on a connection, and an answer that
// begins with 1 or 0.
//
//	info-get guestinfo.NAME        1 and the value
//	info-set guestinfo.NAME VALUE  changes the extra option
//	guest.report {…}               what the guest says of itself, see report
type backdoor struct {
	folder   string // holds the socket, rpc; the guest sees it as /run/vmware
	listener net.Listener
}

func openBackdoor(m *machine) (*backdoor, error) {
	folder := filepath.Join(m.vcenter.home, "guests", m.vcenter.ID+"-"+m.self.Value)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	socket := filepath.Join(folder, "rpc")
	_ = os.Remove(socket)
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return nil, err
	}
	door := &backdoor{folder, listener}
	go door.serve(m)
	return door, os.Chmod(socket, 0o666)
}

func (b *backdoor) close() {
	_ = b.listener.Close()
	_ = os.RemoveAll(b.folder)
}

func (b *backdoor) serve(m *machine) {
	for {
		connection, err := b.listener.Accept()
		if err != nil {
			return
		}
		go func() {
			defer connection.Close()
			const most = 1 << 20
			if command, err := io.ReadAll(io.LimitReader(connection, most)); err == nil {
				_, _ = io.WriteString(connection, m.answer(string(command)))
			}
		}()
	}
}

func (m *machine) answer(command string) string {
	verb, rest, _ := strings.Cut(command, " ")
	key, value, _ := strings.Cut(rest, " ")
	switch {
	case verb == "guest.report":
		return m.hear(rest)
	case !strings.HasPrefix(key, "guestinfo."):
		return "0 Permission denied"
	case verb == "info-get":
		return m.get(key)
	case verb == "info-set":
		m.set(key, value)
		return "1 "
	}
	return "0 Unknown command"
}

func (m *machine) get(key string) string {
	answer := "0 No value found"
	m.with(func(_ *simulator.Context, vm *simulator.VirtualMachine) {
		for _, each := range vm.Config.ExtraConfig {
			if option := each.GetOptionValue(); option.Key == key {
				answer = fmt.Sprint("1 ", option.Value)
			}
		}
	})
	return answer
}

func (m *machine) set(key, value string) {
	m.with(func(context *simulator.Context, vm *simulator.VirtualMachine) {
		options := []types.BaseOptionValue{}
		for _, each := range vm.Config.ExtraConfig {
			if each.GetOptionValue().Key != key {
				options = append(options, each)
			}
		}
		options = append(options, &types.OptionValue{Key: key, Value: value})
		context.Update(vm, []types.PropertyChange{{Name: "config.extraConfig", Val: options}})
	})
}

func (m *machine) hear(text string) string {
	var said report
	if err := json.Unmarshal([]byte(text), &said); err != nil {
		return "0 " + err.Error()
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.ended == nil || m.paused {
		return "0 The machine is off"
	}
	m.tell(said)
	return "1 "
}
