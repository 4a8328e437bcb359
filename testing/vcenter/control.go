package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// control is the port through which tests order simulators and look behind them.
func (f *fleet) control() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /vcenters", func(w http.ResponseWriter, _ *http.Request) { reply(w, f.all()) })
	mux.HandleFunc("POST /vcenters", f.order)
	mux.HandleFunc("DELETE /vcenters/{id}", f.of(func(v *vcenter, w http.ResponseWriter, _ *http.Request) {
		f.end(v)
		reply(w, v)
	}))
	mux.HandleFunc("GET /vcenters/{id}/faults", f.of(func(v *vcenter, w http.ResponseWriter, _ *http.Request) {
		reply(w, v.rules.read())
	}))
	mux.HandleFunc("POST /vcenters/{id}/faults", f.of(addRule))
	mux.HandleFunc("DELETE /vcenters/{id}/faults", f.of(func(v *vcenter, w http.ResponseWriter, _ *http.Request) {
		v.rules.clear()
		reply(w, v.rules.read())
	}))
	mux.HandleFunc("GET /vcenters/{id}/calls", f.of(func(v *vcenter, w http.ResponseWriter, _ *http.Request) {
		reply(w, v.calls.read())
	}))
	mux.HandleFunc("POST /vcenters/{id}/calls/reset", f.of(func(v *vcenter, w http.ResponseWriter, _ *http.Request) {
		v.calls.reset()
		reply(w, v.calls.read())
	}))
	mux.HandleFunc("POST /vcenters/{id}/behind", f.of(setBehind))
	mux.HandleFunc("POST /vcenters/{id}/hidden", f.of((*vcenter).hide))
	mux.HandleFunc("DELETE /vcenters/{id}/hidden", f.of((*vcenter).show))
	return mux
}

func (f *fleet) of(do func(*vcenter, http.ResponseWriter, *http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if v := f.get(r.PathValue("id")); v != nil {
			do(v, w, r)
		} else {
			refuse(w, http.StatusNotFound, fmt.Errorf("no simulator has the id %q", r.PathValue("id")))
		}
	}
}

func (f *fleet) order(w http.ResponseWriter, r *http.Request) {
	m := defaultModel()
	if !readJSON(w, r, &m) {
		return
	}
	if v, err := f.startNext(m); err == nil {
		reply(w, v)
	} else {
		refuse(w, http.StatusBadRequest, err)
	}
}

func addRule(v *vcenter, w http.ResponseWriter, r *http.Request) {
	var added rule
	if !readJSON(w, r, &added) {
		return
	}
	if err := v.rules.add(&added); err == nil {
		reply(w, v.rules.read())
	} else {
		refuse(w, http.StatusBadRequest, err)
	}
}

// readJSON refuses what it does not know: a test with a misspelt field would test something else.
func readJSON(w http.ResponseWriter, r *http.Request, into any) bool {
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	if err != nil && err != io.EOF {
		refuse(w, http.StatusBadRequest, err)
		return false
	}
	return true
}

func reply(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(value)
}

func refuse(w http.ResponseWriter, status int, err error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
}
