# Sets up a Docker engine, as far as it is not there. What comes before these lines are the program's words:
#   user      who is to use the engine
#   how       none, packages, or script
#   settings  the text of /etc/docker/daemon.json; empty leaves the file as it is
#   script    in base64, what installs the engine
set -u

give_up() {
  echo "dvl: $1; \`guest { docker = { install = … } }\` can name a script that installs it" >&2
  exit 1
}

# The settings come first: most packages start the engine at once.
changed=false
if [ -n "$settings" ] && [ "$(cat /etc/docker/daemon.json 2>/dev/null)" != "$settings" ]; then
  mkdir -p /etc/docker
  [ ! -e /etc/docker/daemon.json ] || cp /etc/docker/daemon.json /etc/docker/daemon.json.before-dvl
  printf '%s\n' "$settings" >/etc/docker/daemon.json
  changed=true
fi

packages() {
  [ "$(uname -s)" = Linux ] || give_up "the guest is no Linux, and no package of a Docker engine is known for it"
  ID=unknown ID_LIKE=
  [ ! -r /etc/os-release ] || . /etc/os-release
  for name in "$ID" $ID_LIKE; do
    case "$name" in
      debian | ubuntu)
        export DEBIAN_FRONTEND=noninteractive
        apt-get -o DPkg::Lock::Timeout=300 update && apt-get -o DPkg::Lock::Timeout=300 install -y docker.io
        return ;;
      amzn) yum install -y docker; return ;;
      rhel | centos) break ;;
      fedora) dnf install -y moby-engine; return ;;
      alpine) apk add docker; return ;;
      opensuse | suse | sles) zypper --non-interactive install docker; return ;;
      arch) pacman -Sy --noconfirm docker; return ;;
      photon) tdnf install -y docker; return ;;
    esac
  done
  give_up "the distribution \`$ID\` has no package of a Docker engine that is known"
}

script() {
  file=/var/lib/dvl-install-docker
  printf '%s' "$script" | base64 -d >"$file" && chmod 700 "$file" && "$file"
}

if ! command -v dockerd >/dev/null 2>&1; then
  case "$how" in
    none) give_up "there is no Docker engine in the guest, and none is to be installed" ;;
    *) "$how" || give_up "the Docker engine was not installed" ;;
  esac
  changed=false
fi

if [ "$user" != root ] && id "$user" >/dev/null 2>&1; then
  usermod -aG docker "$user" 2>/dev/null || addgroup "$user" docker
fi

# Where nothing of the kind runs services, whoever starts the engine has started it.
if [ -d /run/systemd/system ]; then
  systemctl enable docker
  if [ "$changed" = true ]; then systemctl restart docker; else systemctl start docker; fi
elif command -v rc-service >/dev/null 2>&1; then
  rc-update add docker default
  if [ "$changed" = true ]; then rc-service docker restart; else rc-service docker --ifstopped start; fi
fi
