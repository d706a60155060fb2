extension Unicode.Scalar {
  /// Whether a terminal acts on it instead of showing it: controls, line ends, what turns the direction
  /// of writing.
  public var drivesTerminal: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
