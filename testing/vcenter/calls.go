package main

import (
	"net/http"
	"sync"
)

// tally says how often something was asked, and how many bytes the bodies had.
type tally struct {
	Count        int64 `json:"count"`
	RequestBytes int64 `json:"requestBytes"`
	AnswerBytes  int64 `json:"answerBytes"`
}

func (t *tally) add(other tally) {
	t.Count += other.Count
	t.RequestBytes += other.RequestBytes
	t.AnswerBytes += other.AnswerBytes
}

// record is what happened since the last reset.
type record struct {
	tally
	MostAtOnce int              `json:"mostAtOnce"`
	Methods    map[string]tally `json:"methods"`
}

// calls counts what a simulator is asked.
type calls struct {
	mutex   sync.Mutex
	running int
	record  record
}

// measured is one call while it is answered.
type measured struct {
	http.ResponseWriter
	calls *calls
	asked call
	sent  *countingReader
	bytes int64
}

func (c *calls) begin(w http.ResponseWriter, r *http.Request, asked call) *measured {
	sent := &countingReader{ReadCloser: r.Body}
	r.Body = sent
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.running++
	c.record.MostAtOnce = max(c.record.MostAtOnce, c.running)
	return &measured{ResponseWriter: w, calls: c, asked: asked, sent: sent}
}

func (m *measured) Write(body []byte) (int, error) {
	n, err := m.ResponseWriter.Write(body)
	m.bytes += int64(n)
	return n, err
}

func (m *measured) end() {
	one := tally{1, max(m.sent.bytes.Load(), int64(len(m.asked.body))), m.bytes}
	m.calls.mutex.Lock()
	defer m.calls.mutex.Unlock()
	m.calls.running--
	record := &m.calls.record
	record.add(one)
	if record.Methods == nil {
		record.Methods = map[string]tally{}
	}
	one.add(record.Methods[m.asked.method])
	record.Methods[m.asked.method] = one
}

// read gives the record as it is now.
func (c *calls) read() record {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	copied := c.record
	copied.Methods = make(map[string]tally, len(c.record.Methods))
	for method, tally := range c.record.Methods {
		copied.Methods[method] = tally
	}
	return copied
}

func (c *calls) reset() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.record = record{MostAtOnce: c.running}
}
