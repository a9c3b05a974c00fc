package outside

import _ "example.com/several/deep"
