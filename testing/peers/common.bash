# shellcheck shell=bash disable=SC2034
# Shared by the scripts beside it. A "space" keeps several sets of peers on one machine apart.
set -euo pipefail

space=${DVL_TEST_SPACE:-dvl-test}
run=/run/$space     # sockets, process ids, certificates, logs: gone with the next boot
lib=/var/lib/$space # what the peers store
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

socket=$run/docker.sock
bridge=${space}0
engine=${DVL_TEST_ENGINE:-} # 26, 28, each also with "-containerd"; empty: the machine's own

say() { printf '%s\n' "$*" >&2; }

die() {
  say "${0##*/}: $*"
  exit 1
}

need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null || die "there is no $1 on this machine; on Debian: apt-get install $2"
}

need_root() { [ "$(id -u)" = 0 ] || die "this has to run as root"; }

# The process whose id stands in FILE, if it still runs PROGRAM.
process() { # process FILE PROGRAM
  local id
  id=$(cat "$1" 2>/dev/null) || return 1
  [ "$(cat "/proc/$id/comm" 2>/dev/null)" = "$(printf %.15s "$2")" ] && echo "$id"
}

end_process() { # end_process ID: politely first
  kill "$1" 2>/dev/null || return 0
  for _ in $(seq 200); do
    [ -d "/proc/$1" ] || return 0
    sleep 0.1
  done
  kill -9 "$1"
}

# The first port from FIRST on that nobody listens on.
free_port() { # free_port FIRST [ADDRESS]
  local port=$1
  while (: <"/dev/tcp/${2:-127.0.0.1}/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

program() { # program NAME: of the engine that is asked for; Debian's own client where there is one, as old as its engine
  if [ -n "$engine" ]; then
    echo "$("$here/engine" "${engine%-containerd}")/bin/$1"
  else
    command -v "/usr/bin/$1" || command -v "$1"
  fi
}

client() { DOCKER_BUILDKIT=0 DOCKER_CONTEXT='' "$(program docker)" -H "${DVL_TEST_DOCKER:-unix://$socket}" "$@"; }

authority() { # authority FOLDER NAME: a certificate authority of its own, ca.pem and ca-key.pem
  mkdir -p "$1"
  openssl req -x509 -newkey rsa:2048 -nodes -sha256 -days 30 -subj "/CN=$2" \
    -keyout "$1/ca-key.pem" -out "$1/ca.pem" 2>/dev/null
}

certificate() { # certificate AUTHORITY_FOLDER FOLDER NAME serverAuth|clientAuth [IP]: FOLDER/cert.pem and key.pem
  mkdir -p "$2"
  openssl req -newkey rsa:2048 -nodes -sha256 -subj "/CN=$3" -keyout "$2/key.pem" -out "$2/request.pem" 2>/dev/null
  openssl x509 -req -in "$2/request.pem" -CA "$1/ca.pem" -CAkey "$1/ca-key.pem" -CAcreateserial -days 30 -sha256 \
    -extfile <(printf 'subjectAltName=IP:127.0.0.1,DNS:localhost%s\nextendedKeyUsage=%s\n' "${5:+,IP:$5}" "$4") -out "$2/cert.pem" 2>/dev/null
  rm "$2/request.pem"
}
