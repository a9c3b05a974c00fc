package clock

// Zero is the start.
const Zero = 0
