import CalendarFiles
import ComplianceModel
import TestSupport
import Testing

/// Reads registers that a test writes itself, beside the calendar of Hatungun.
enum WrittenRegister {
  private static let calendar: ReportCalendar? = {
    guard let code = RegionCode("63.05.12") else { return nil }
    var builder = CalendarBuilder(for: code)
    for (name, layer) in [("nasional", CalendarBuilder.Layer.national), ("tapin", .regency)] {
      let path = "Calendars/laporan/\(name).yaml"
      guard let bytes = try? Repository.bytes(path) else { return nil }
      builder.add(YAMLText(bytes, file: path), layer: layer)
    }
    return builder.finish().calendar
  }()

  /// Reads the layers of the register `uji`, lowest first.
  static func read(
    _ layers: [(file: String, bytes: [UInt8])]
  ) throws -> (register: IndicatorRegister?, findings: [Finding]) {
    var builder = RegisterBuilder(
      "uji", calendar: try #require(calendar), scales: try ShippedRegister.scales())
    for layer in layers { builder.add(YAMLText(layer.bytes, file: layer.file)) }
    let (register, _, findings) = builder.finish()
    return (register, findings)
  }
}
