package win

import _ "unicode/utf16"
