extension Unicode.Scalar {
  /// Whether a terminal acts on it or shows nothing instead of showing it: controls, line ends, what turns
  /// the direction of writing, what takes no room.
  ///
  /// Source: Unicode Standard 5.21, default ignorable code points; those that only choose how the character
  /// before them looks are shown.
  public var drivesTerminal: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: properties.isDefaultIgnorableCodePoint && !(0xFE00...0xFE0F).contains(value)
    }
  }

  /// Whether a line ends here for some program.
  var breaksLine: Bool {
    switch properties.generalCategory {
    case .lineSeparator, .paragraphSeparator: true
    default: self == "\n" || self == "\r"
    }
  }
}
