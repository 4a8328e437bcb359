package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
)

// engine is the Docker engine that machines run on, by its API. It stands on the same computer: machines and simulator
// share folders.
type engine struct {
	path string // of its socket
	http *http.Client
}

// refusal is what the engine answers instead.
type refusal struct {
	status  int
	message string
}

func (r refusal) Error() string { return r.message }

func newEngine() engine {
	path := strings.TrimPrefix(os.Getenv("DOCKER_HOST"), "unix://")
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		var dialer net.Dialer
		return dialer.DialContext(ctx, "unix", path)
	}
	return engine{path, &http.Client{Transport: &http.Transport{DialContext: dial, MaxIdleConnsPerHost: 8}}}
}

// call reads the answer into what is given, unless that is nil.
func (e engine) call(method, path string, body, into any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, "http://engine"+path, bytes.NewReader(text))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	answer, err := e.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode >= http.StatusBadRequest {
		return refused(answer)
	}
	if into == nil {
		_, err = io.Copy(io.Discard, answer.Body)
		return err
	}
	return json.NewDecoder(answer.Body).Decode(into)
}

func refused(answer *http.Response) error {
	var said struct {
		Message string `json:"message"`
	}
	if json.NewDecoder(answer.Body).Decode(&said) != nil || said.Message == "" {
		said.Message = answer.Status
	}
	return refusal{answer.StatusCode, said.Message}
}

func (e engine) create(name string, container any) (string, error) {
	var made struct{ ID string }
	err := e.call("POST", "/containers/create?name="+name, container, &made)
	return made.ID, err
}

func (e engine) do(id, verb string) error {
	return e.call("POST", "/containers/"+id+"/"+verb, nil, nil)
}

// wait comes back when the container does not run, with its exit code.
func (e engine) wait(id string) (int, error) {
	var ended struct{ StatusCode int }
	err := e.call("POST", "/containers/"+id+"/wait", nil, &ended)
	return ended.StatusCode, err
}

// remove takes the volumes without a name along.
func (e engine) remove(id string) error {
	err := e.call("DELETE", "/containers/"+id+"?force=1&v=1", nil, nil)
	if said, ok := err.(refusal); ok && said.status == http.StatusNotFound {
		return nil
	}
	return err
}

// attach moves a container to another network, or to another address of its network.
func (e engine) attach(id, from string, to attachment) error {
	err := e.call("POST", "/networks/"+from+"/disconnect", map[string]any{"Container": id, "Force": true}, nil)
	if err != nil {
		return fmt.Errorf("the network %q: %w", from, err)
	}
	return e.call("POST", "/networks/"+to.name()+"/connect", map[string]any{
		"Container": id, "EndpointConfig": to.endpoint(),
	}, nil)
}

// attachment is a network of the engine, and the address there where it is not left to the engine.
type attachment struct {
	network, address string
}

func (a attachment) name() string {
	if a.network == "" {
		return "bridge"
	}
	return a.network
}

func (a attachment) endpoint() map[string]any {
	if a.address == "" {
		return map[string]any{}
	}
	return map[string]any{"IPAMConfig": map[string]string{"IPv4Address": a.address}}
}

// ownLabel marks what is made, as NAME=VALUE, so that it can be removed whatever happens to the simulator.
func ownLabel() string { return os.Getenv("DVL_TEST_VCENTER_LABEL") }
