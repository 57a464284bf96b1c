#!/bin/sh
# settle.sh FOLDER: gives FOLDER/root its init, its network, an SSH server with keys of its own and the key that root uses.
set -eu
folder=$1 r=$1/root
ssh-keygen -q -t ed25519 -N '' -C ringside -f "$folder/key"
install -m755 "$folder/init" "$r/sbin/ringside-init"
mkdir -p "$r/root/.ssh" "$r/etc/ringside/acpi/PWRF" "$r/etc/ssh/sshd_config.d"
cp "$folder/key.pub" "$r/root/.ssh/authorized_keys"
chmod 700 "$r/root/.ssh"
chmod 600 "$r/root/.ssh/authorized_keys"
printf 'PermitRootLogin prohibit-password\nPasswordAuthentication no\nUseDNS no\n' > "$r/etc/ssh/sshd_config.d/ringside.conf"
rm -f "$r"/etc/ssh/ssh_host_*
ssh-keygen -q -t ed25519 -N '' -C guest -f "$r/etc/ssh/ssh_host_ed25519_key"
cut -d' ' -f1,2 "$r/etc/ssh/ssh_host_ed25519_key.pub" > "$folder/host_key.pub"
echo guest > "$r/etc/hostname"
echo '127.0.0.1 localhost guest' > "$r/etc/hosts"
: > "$r/etc/fstab"
printf '#!/bin/sh\nkill -USR2 1\n' > "$r/etc/ringside/acpi/PWRF/00000080"
# What a paravirtual kernel runs when Xen asks it to power off
printf '#!/bin/sh\nkill -USR2 1\n' > "$r/sbin/poweroff"
printf '#!/bin/sh\nkill -TERM 1\n' > "$r/sbin/reboot"
chmod 755 "$r/sbin/poweroff" "$r/sbin/reboot"
cat > "$r/etc/ringside/udhcpc" <<'D'
#!/bin/sh
[ "$1" = bound ] || exit 0
ip addr add "$ip/${mask:-24}" dev "$interface"
[ -z "${router:-}" ] || ip route add default via "${router%% *}"
D
chmod 755 "$r/etc/ringside/acpi/PWRF/00000080" "$r/etc/ringside/udhcpc"
rm -rf "$r/var/cache/apt" "$r/var/lib/apt/lists" "$r/usr/share/doc" "$r/usr/share/man" "$r"/var/log/*.log
