package main

import (
	"encoding/json"
	"log"
	"net/url"
	"sync"
)

// removeContainers removes what guests left whose simulator could not: DVL_TEST_VCENTER_LABEL marks all of them.
func removeContainers() {
	engine := newEngine()
	filters, _ := json.Marshal(map[string][]string{"label": {ownLabel()}})
	var left []struct{ ID string }
	if ownLabel() == "" || engine.path == "" {
		return
	}
	if err := engine.call("GET", "/containers/json?all=1&filters="+url.QueryEscape(string(filters)), nil, &left); err != nil {
		log.Print("containers are not removed: ", err)
		return
	}
	var group sync.WaitGroup
	for _, container := range left {
		group.Go(func() { _ = engine.remove(container.ID) })
	}
	group.Wait()
}
