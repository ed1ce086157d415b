#!/bin/sh
# What Inlet assumes of iMIS, asked of a real one: see docs/imis.md. Writes activities of type TEST, and deletes them.
set -u
if [ $# -ne 3 ]; then
  echo "usage: $0 BASE_URL USER CONTACT_ID    (the password is asked for, or taken from IMIS_PASSWORD)" >&2
  exit 2
fi
base=${1%/} user=$2 contact=$3
if [ -z "${IMIS_PASSWORD:-}" ]; then
  printf 'Password of %s: ' "$user" >&2
  stty -echo 2>/dev/null
  read -r IMIS_PASSWORD
  stty echo 2>/dev/null
  echo >&2
fi
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# Leaves the answer's body in $answer, and prints its status.
call() {
  method=$1 path=$2
  shift 2
  curl -sS -m 60 -o "$answer" -w '%{http_code}' -X "$method" -H "Authorization: Bearer ${token:-}" \
    -H 'Accept: application/json' -H 'Content-Type: application/json' "$@" "$base$path"
}

# The first value of a member, text or number.
member() { sed -n 's/.*"'"$1"'" *: *"\{0,1\}\([^",}]*\).*/\1/p' "$answer" | head -n 1; }
excerpt() { tr -d '\r\n' <"$answer" | cut -c1-300; }
say() { printf '%-4s %s\n' "$1" "$2"; }

contracts=Asi.Soa.Core.DataContracts
property() { printf '{"$type":"%s.GenericPropertyData, Asi.Contracts","Name":"%s","Value":"%s"}' "$contracts" "$1" "$2"; }

# An activity of type TEST with these further properties, each a name and a value.
activity() {
  whose=$1
  shift
  properties="$(property ACTIVITY_TYPE TEST),$(property PartyId "$whose")"
  while [ $# -gt 0 ]; do
    properties="$properties,$(property "$1" "$2")"
    shift 2
  done
  printf '{"$type":"%s.GenericEntityData, Asi.Contracts","Properties":{"$type":"%s.GenericPropertyDataCollection, Asi.Contracts","$values":[%s]}}' \
    "$contracts" "$contracts" "$properties"
}
# The first element of the first identity in the answer.
number() {
  tr -d '\r\n ' <"$answer" | awk '{
    if (!(at = index($0, "\"Identity\":"))) exit
    rest = substr($0, at)
    if (!(at = index(rest, "\"$values\":[\""))) exit
    split(substr(rest, at + 12), parts, "\"")
    print parts[1]
  }'
}
holds() { grep -qF -- "$1" "$answer"; }
forget() { [ -n "$1" ] && say '' "  deleting it: $(call DELETE "/api/Activity/$1")"; }

# 1: signing in
status=$(curl -sS -m 60 -o "$answer" -w '%{http_code}' "$base/token" -d grant_type=password \
  --data-urlencode "username=$user" --data-urlencode "password=$IMIS_PASSWORD")
token=$(member access_token)
if [ -z "$token" ]; then
  say 1 "signing in failed: $status $(excerpt)"
  exit 1
fi
say 1 "signed in; a token lives $(member expires_in) s"

# 2: reading
say 2 "reading a contact: $(call GET "/api/Party/$contact") (200 expected); definitions: $(call GET '/api/BOEntityDefinition?limit=1') (200); activity types: $(call GET '/api/LegacyActivityType?limit=1') (200)"

# 3: writing, and finding again
mark=inlet-check-$(date +%s)
status=$(call POST /api/Activity -d "$(activity "$contact" UF_1 "$mark" TRANSACTION_DATE 2026-05-26T14:30:00)")
written=$(number)
say 3 "writing an activity: $status (201 expected), number ${written:-not told}"
found=$(call GET "/api/Activity?UF_1=eq:$mark&limit=1")
if holds "$mark"; then
  say '' "  found by UF_1: $found"
else
  say '' "  NOT found by UF_1: $found $(excerpt)"
fi
if holds 2026-05-26T14:30:00; then
  say '' '  its time is what was sent'
else
  say '' '  its time is NOT what was sent: look at the time zone of the connection'
fi
forget "$written"

# 4: text that is too long
status=$(call POST /api/Activity -d "$(activity "$contact" CATEGORY 'longer than fifteen characters')")
say 4 "a value that is too long: $status (400 with a sentence expected): $(member Message)"
[ "$status" = 201 ] && forget "$(number)"

# 5: a contact that does not exist
status=$(call POST /api/Activity -d "$(activity 0000000000)")
say 5 "an unknown contact: $status (400 expected): $(excerpt | cut -c1-160)"
[ "$status" = 201 ] && forget "$(number)"

# 6: contacts by e-mail address
say 6 "nobody's e-mail address: $(call GET '/api/CsContactBasic?email=eq:nobody.at.all%40example.org&limit=2') (200 with no item expected): TotalCount $(member TotalCount)"

# 7: an answer that nobody waits for
mark=$mark-lost
curl -sS -m 0.05 -o /dev/null -X POST -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d "$(activity "$contact" UF_1 "$mark")" "$base/api/Activity" 2>/dev/null
sleep "${IMIS_CHECK_PAUSE:-5}"
status=$(call GET "/api/Activity?UF_1=eq:$mark&limit=1")
if holds "$mark"; then
  say 7 "a request whose caller went away was written all the same ($status): UNKNOWN is right"
  forget "$(number)"
else
  say 7 "a request whose caller went away after 50 ms was not written ($status); it may be so in other cases"
fi
