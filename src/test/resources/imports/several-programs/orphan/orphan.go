package orphan

import _ "example.com/several/orphan/below"
