internal import Spreadsheets

/// The areas of a sheet whose cells are merged over several rows, which stand behind all its cells.
final class MergedAreas: XMLPartHandler {
  /// By the row in which they begin.
  private(set) var byRow: [Int: [MergedArea]] = [:]
  private var count = 0

  /// Takes the area of an element, where it is one.
  func start(_ name: XMLPartName, _ attributes: XMLPartAttributes) throws(SheetRefusal) {
    guard name == "mergeCell" else { return }
    guard let bytes = attributes["ref"], let area = MergedArea(bytes) else {
      throw SheetRefusal(.badXML, detail: "mergeCell")
    }
    count += 1
    guard count <= ReadingLimits.merges else { throw SheetRefusal(.tooLarge) }
    guard area.lastRow > area.first.row else { return }
    byRow[area.first.row, default: []].append(area)
  }

  func end(_ name: XMLPartName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
