package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// authority issues the certificates of simulators.
type authority struct {
	certificate *x509.Certificate
	key         any
}

func readAuthority(home string) (*authority, error) {
	pair, err := tls.LoadX509KeyPair(filepath.Join(home, "ca.pem"), filepath.Join(home, "ca-key.pem"))
	if err != nil {
		return nil, err
	}
	return &authority{pair.Leaf, pair.PrivateKey}, nil
}

// newStranger makes an authority that no client knows.
func newStranger() (*authority, error) {
	template := x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "an authority that nobody knows"},
		NotBefore:             time.Now().Add(-time.Hour),
		NotAfter:              time.Now().Add(24 * time.Hour),
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageCertSign,
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	der, err := x509.CreateCertificate(rand.Reader, &template, &template, key.Public(), key)
	if err != nil {
		return nil, err
	}
	certificate, err := x509.ParseCertificate(der)
	return &authority{certificate, key}, err
}

// issue makes a certificate of its own for each simulator, so that none can be taken for another by its thumbprint.
// kind is "trusted", "stranger" (of an unknown authority), "expired", or "misnamed" (for another host).
func (a *authority) issue(kind string) (*tls.Certificate, error) {
	template, err := leaf()
	if err != nil {
		return nil, err
	}
	issuer := a
	switch kind {
	case "trusted":
	case "stranger":
		if issuer, err = newStranger(); err != nil {
			return nil, err
		}
	case "expired":
		template.NotAfter = time.Now().Add(-time.Minute)
	case "misnamed":
		template.IPAddresses, template.DNSNames = nil, []string{"vcenter.example"}
	default:
		return nil, fmt.Errorf("a certificate is trusted, stranger, expired or misnamed, not %q", kind)
	}
	return issuer.sign(template)
}

func leaf() (*x509.Certificate, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, err
	}
	return &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: "dvl test vCenter"},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(30 * 24 * time.Hour),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1)},
		DNSNames:     []string{"localhost"},
	}, nil
}

// serverKey is of the kind that a vCenter makes for itself: clients check its signatures fast, and those of elliptic curves
// slowly. It takes a while to make, so all simulators have the same one.
var serverKey = sync.OnceValues(func() (*rsa.PrivateKey, error) {
	return rsa.GenerateKey(rand.Reader, 2048)
})

func (a *authority) sign(template *x509.Certificate) (*tls.Certificate, error) {
	key, err := serverKey()
	if err != nil {
		return nil, err
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.certificate, key.Public(), a.key)
	if err != nil {
		return nil, err
	}
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, nil
}

// thumbprint is the SHA-256 of the certificate as openssl prints it: AB:CD:…
func thumbprint(certificate *tls.Certificate) string {
	sum := sha256.Sum256(certificate.Certificate[0])
	pairs := make([]string, len(sum))
	for i, octet := range sum {
		pairs[i] = fmt.Sprintf("%02X", octet)
	}
	return strings.Join(pairs, ":")
}
