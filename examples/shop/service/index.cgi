#!/bin/busybox sh
# Says who answers, and what the store has.
printf 'Content-Type: text/plain\r\n\r\n%s has %s\n' "$SERVICE" "$(busybox wget -qO- "$STORE_URL")"
