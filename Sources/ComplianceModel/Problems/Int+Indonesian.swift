extension BinaryInteger {
  /// The number as it is written in Indonesian, with a dot between thousands: `2.295`.
  public var indonesian: String {
    var text = ""
    for (place, digit) in magnitude.description.reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(".") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
