/// A time zone of Indonesia, as a fixed offset from UTC.
///
/// Source: Keppres 41/1987. There is no daylight saving time, so that an offset is all there is.
public enum IndonesianZone: String, CaseIterable, Sendable {
  /// Waktu Indonesia Barat, UTC+7.
  case wib = "WIB"
  /// Waktu Indonesia Tengah, UTC+8.
  case wita = "WITA"
  /// Waktu Indonesia Timur, UTC+9.
  case wit = "WIT"

  /// Seconds ahead of UTC: 25 200, 28 800 or 32 400.
  public var secondsFromUTC: Int {
    switch self {
    case .wib: 7 * 3600
    case .wita: 8 * 3600
    case .wit: 9 * 3600
    }
  }
}
