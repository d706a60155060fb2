extension SurveyReader {
  /// Lines as a sentence about them begins: `baris ini`, `baris 3 sampai 4`.
  static func name(of lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "baris ini" : "baris \(lines.lowerBound) sampai \(lines.upperBound)"
  }
}
