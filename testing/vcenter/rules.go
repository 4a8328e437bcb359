package main

import (
	"fmt"
	"math/rand"
	"regexp"
	"strings"
	"sync"
)

// rule says for which calls something else happens than what the client asked for. In patterns * is any text, and an
// empty pattern matches everything.
type rule struct {
	Method string `json:"method"` // "PowerOnVM_Task", "*_Task", "POST /rest/*"
	Type   string `json:"type"`   // of the object: "VirtualMachine"
	Object string `json:"object"` // its id: "vm-57"
	Name   string `json:"name"`   // its name in the inventory: "DC0_H0_VM*"

	Skip        int     `json:"skip"`        // so many calls pass before it applies
	Count       int     `json:"count"`       // to how many it applies; 0: to all that follow
	Probability float64 `json:"probability"` // of applying to a call; 0 is 1

	effect

	Seen    int `json:"seen"`    // calls that matched, those skipped included
	Applied int `json:"applied"` // calls that it answered
}

// rules of one simulator; the first that applies wins.
type rules struct {
	mutex sync.Mutex
	list  []*rule
}

func (r *rules) add(added *rule) error {
	added.Seen, added.Applied = 0, 0
	if err := added.effect.prepare(added.Method); err != nil {
		return err
	}
	if added.Probability < 0 || added.Probability > 1 {
		return fmt.Errorf("a probability lies between 0 and 1, and is not %g", added.Probability)
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.list = append(r.list, added)
	return nil
}

func (r *rules) clear() {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.list = nil
}

// read gives copies, so that the counters stand still.
func (r *rules) read() []rule {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	list := make([]rule, len(r.list))
	for i, each := range r.list {
		list[i] = *each
	}
	return list
}

// next is the effect that applies to a call, if one does.
func (r *rules) next(asked call, name string) *effect {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, each := range r.list {
		if each.matches(asked, name) && each.applies() {
			effect := each.effect
			return &effect
		}
	}
	return nil
}

func (r *rule) matches(asked call, name string) bool {
	return matches(r.Method, asked.method) && matches(r.Type, asked.this.Type) &&
		matches(r.Object, asked.this.Value) && matches(r.Name, name)
}

func (r *rule) applies() bool {
	r.Seen++
	exhausted := r.Count > 0 && r.Applied == r.Count
	if r.Seen <= r.Skip || exhausted || r.Probability > 0 && rand.Float64() >= r.Probability {
		return false
	}
	r.Applied++
	return true
}

func matches(pattern, text string) bool {
	if pattern == "" {
		return true
	}
	expression := strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, ".*")
	return regexp.MustCompile("^" + expression + "$").MatchString(text)
}
