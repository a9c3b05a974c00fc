package deep

import _ "strings"
