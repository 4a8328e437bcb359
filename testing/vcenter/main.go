// The vCenter that the tests talk to: simulators of govmomi behind TLS, and a control port.
//
//	vcenter -home FOLDER [-with stdin|PID]
//
// FOLDER holds the authority of the certificates (ca.pem, ca-key.pem) and the password of the long-lived simulator
// (password). When everything answers, the program writes the addresses of that simulator and of the control port
// into FOLDER/addresses, one on a line.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// user is the only one of every simulator; the passwords differ.
const user = "administrator@vsphere.local"

func main() {
	home := flag.String("home", ".", "the folder of certificates, password and addresses")
	with := flag.String("with", "", "end with the standard input (stdin) or with the process of this id")
	flag.Parse()
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP)
	go follow(*with, end)
	fleet, err := serve(*home)
	if err != nil {
		log.Fatal(err)
	}
	<-end
	fleet.close()
	removeContainers()
}

// follow ends the program when what it belongs to has ended.
func follow(with string, end chan<- os.Signal) {
	switch with {
	case "":
		return
	case "stdin":
		_, _ = io.Copy(io.Discard, os.Stdin)
	default:
		for exists("/proc/" + with) {
			time.Sleep(500 * time.Millisecond)
		}
	}
	end <- syscall.SIGTERM
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

func serve(home string) (*fleet, error) {
	issuer, err := readAuthority(home)
	if err != nil {
		return nil, err
	}
	password, err := os.ReadFile(filepath.Join(home, "password"))
	if err != nil {
		return nil, err
	}
	fleet := newFleet(issuer, home)
	shared, err := fleet.start("shared", strings.TrimSpace(string(password)), defaultModel())
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go func() { log.Fatal(http.Serve(listener, fleet.control())) }()
	return fleet, announce(home, fmt.Sprintf("%s\nhttp://%s\n", shared.SDK, listener.Addr()))
}

// announce writes at once and whole: who sees the file can rely on it.
func announce(home, addresses string) error {
	draft := filepath.Join(home, "addresses.new")
	if err := os.WriteFile(draft, []byte(addresses), 0o600); err != nil {
		return err
	}
	return os.Rename(draft, filepath.Join(home, "addresses"))
}
