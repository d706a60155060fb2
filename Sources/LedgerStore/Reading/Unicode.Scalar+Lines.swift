extension Unicode.Scalar {
  /// Whether the scalar ends a line or steers a terminal: C0, DEL, C1, U+2028 and U+2029.
  var breaksLine: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Whether the scalar shows as itself: what breaks a line and what turns the direction does not.
  var isPrintable: Bool { !breaksLine && properties.generalCategory != .format }
}
