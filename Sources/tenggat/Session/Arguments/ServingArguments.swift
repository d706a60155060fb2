internal import NetworkProgram
internal import PlainText
internal import SystemPackage
internal import Wording

/// The options of `layani` that say where others find the pages.
enum ServingArguments {
  /// A name of a host, or an address.
  static func name(_ text: String) throws -> String {
    let name = text.lowercased()
    let inner = name.hasPrefix("[") && name.hasSuffix("]") ? name.dropFirst().dropLast() : name[...]
    let isAddress = inner.count < name.count
    guard !inner.isEmpty, name.utf8.count <= 253,
      inner.utf8.allSatisfy({ byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "."), UInt8(ascii: "-"):
          true
        case UInt8(ascii: ":"): isAddress
        default: false
        }
      })
    else {
      throw ServingRefusal.notAName(text, option: "--nama")
    }
    return name
  }

  /// Addresses with commas between them.
  static func addresses(_ text: String) throws -> [String] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let address = Environment.address(part.trimmingBlanks) else {
        throw ServingRefusal.notAProxy(String(part), option: "--dipercaya")
      }
      return address
    }
  }

  /// A path that others begin with.
  static func base(_ text: String) throws -> String {
    let base = text.hasSuffix("/") ? String(text.dropLast()) : text
    let parts = base.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && !part.allSatisfy { $0 == "." }
        && part.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            true
          default: false
          }
        }
    }
    guard base.isEmpty || (base.hasPrefix("/") && isPlain && base.utf8.count <= 100) else {
      throw ServingRefusal.notAPath(text, option: "--dasar")
    }
    return base
  }

  /// A certificate and its key, both or neither.
  static func certificate(_ file: String?, key: String?) throws -> ServingOrder.Certificate? {
    guard (file == nil) == (key == nil) else {
      throw file == nil
        ? OptionRefusal.without("--kunci", "--sertifikat", .both)
        : .without("--sertifikat", "--kunci", .both)
    }
    guard let file, let key else { return nil }
    return ServingOrder.Certificate(FilePath(file), key: FilePath(key))
  }
}
