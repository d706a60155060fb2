import CivilCalendar
import Glibc

/// One document that is accepted, or not, by the tables of a schema.
///
/// It knows the XML that ``XMLOutput`` writes and no other; a document that is spelled otherwise is not accepted,
/// whatever its schema says.
struct DocumentAcceptance {
  private let form: SchemaForm
  /// The bytes of the form's texts and patterns.
  private let words, machines: UnsafePointer<UInt8>
  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0
  /// Where the values of the attributes lie of the element that was read last.
  private var values: [Range<Int>] = Array(repeating: 0..<0, count: SchemaForm.mostAttributes)

  private init(
    _ form: SchemaForm, _ words: UnsafePointer<UInt8>, _ machines: UnsafePointer<UInt8>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.form = form
    self.words = words
    self.machines = machines
    self.bytes = bytes
  }

  /// Whether a document is valid, as far as that can be told without libxml2.
  ///
  /// - Parameters:
  ///   - document: The document's file.
  ///   - form: The schema.
  /// - Returns: `false` also for a valid document that is spelled otherwise than ours.
  static func accepts(_ document: [UInt8], _ form: SchemaForm) -> Bool {
    document.withUnsafeBufferPointer { bytes in
      form.text.withUnsafeBufferPointer { words in
        form.machines.withUnsafeBufferPointer { machines in
          guard let words = words.baseAddress, let machines = machines.baseAddress else {
            return false
          }
          var acceptance = DocumentAcceptance(form, words, machines, bytes)
          return acceptance.document()
        }
      }
    }
  }

  private mutating func document() -> Bool {
    let declaration = UnsafeBufferPointer(
      start: XMLOutput.declaration.utf8Start, count: XMLOutput.declaration.utf8CodeUnitCount)
    guard bytes.starts(with: declaration) else { return false }
    next = declaration.count
    var keys: Set<Int> = []
    guard takes("<"), takes(form.root),
      element(0, named: form.root, key: 0..<0, among: &keys, isRoot: true)
    else { return false }
    skipBlanks()
    return next == bytes.count
  }

  // MARK: - Bytes

  private func isNext(_ character: Unicode.Scalar) -> Bool {
    next < bytes.count && bytes[next] == UInt8(ascii: character)
  }

  private mutating func takes(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    next += 1
    return true
  }

  private func isNext(_ word: SchemaForm.Words, at place: Int) -> Bool {
    guard place + word.count <= bytes.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + place, words + word.lowerBound, word.count) == 0
  }

  private mutating func takes(_ word: SchemaForm.Words) -> Bool {
    guard isNext(word, at: next) else { return false }
    next += word.count
    return true
  }

  private mutating func takes(_ text: String.UTF8View) -> Bool {
    guard bytes[next...].starts(with: text) else { return false }
    next += text.count
    return true
  }

  private mutating func skipBlanks() {
    while isNext(" ") || isNext("\n") { next += 1 }
  }

  /// The bytes up to one, which is passed; `nil` where it does not come.
  private mutating func through(_ character: Unicode.Scalar) -> Range<Int>? {
    guard let base = bytes.baseAddress, next < bytes.count,
      let found = memchr(base + next, CInt(UInt8(ascii: character)), bytes.count - next)
    else { return nil }
    let end = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    defer { next = end + 1 }
    return next..<end
  }

  // MARK: - Elements

  /// Takes an element from behind its name on.
  ///
  /// - Parameters:
  ///   - index: The element.
  ///   - name: Its name.
  ///   - key: The attributes that tell it from its siblings.
  ///   - keys: What tells the siblings before it apart: a number for each, so that two may seem the same that are
  ///     not, and never the other way round.
  ///   - isRoot: Whether it declares the namespace.
  /// - Returns: Whether it is valid.
  private mutating func element(
    _ index: Int, named name: SchemaForm.Words, key: Range<Int>, among keys: inout Set<Int>,
    isRoot: Bool = false
  ) -> Bool {
    let element = form.elements[index]
    guard attributes(element, isRoot), key.isEmpty || keys.insert(number(of: key)).inserted else {
      return false
    }
    if takes("/") {
      guard takes(">") else { return false }
      switch element.content {
      case .nothing: return true
      case .value(let value): return takesValue(next..<next, value)
      case .elements(let particles):
        return particles.allSatisfy { form.particles[$0].occurrences.lowerBound == 0 }
      }
    }
    guard takes(">") else { return false }
    switch element.content {
    case .nothing: return false
    case .value(let value):
      guard let text = through("<"), takesValue(text, value) else { return false }
      return takes("/") && takes(name) && takes(">")
    case .elements(let particles):
      guard elements(particles) else { return false }
      return takes("<") && takes("/") && takes(name) && takes(">")
    }
  }

  /// Takes the elements in another one, up to its end tag.
  private mutating func elements(_ particles: Range<Int>) -> Bool {
    for index in particles {
      let particle = form.particles[index]
      var keys: Set<Int> = []
      var count = 0
      skipBlanks()
      while begins(particle.name) {
        count += 1
        guard count <= particle.occurrences.upperBound,
          element(particle.element, named: particle.name, key: particle.key, among: &keys)
        else { return false }
        skipBlanks()
      }
      guard count >= particle.occurrences.lowerBound else { return false }
    }
    return true
  }

  /// Takes the beginning of a start tag, where it is that of a name.
  private mutating func begins(_ name: SchemaForm.Words) -> Bool {
    let end = next + 1 + name.count
    guard isNext("<"), isNext(name, at: next + 1), end < bytes.count else { return false }
    switch bytes[end] {
    case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: ">"):
      next = end
      return true
    default: return false
    }
  }

  private func number(of key: Range<Int>) -> Int {
    var hasher = Hasher()
    for field in key {
      let value = UnsafeRawBufferPointer(
        UnsafeBufferPointer(rebasing: bytes[values[form.fields[field]]]))
      hasher.combine(value.count)
      hasher.combine(bytes: value)
    }
    return hasher.finalize()
  }

  private mutating func attributes(_ element: SchemaForm.Element, _ isRoot: Bool) -> Bool {
    var seen: UInt64 = 0
    var expected = element.attributes.lowerBound
    var isDeclared = !isRoot
    while takes(" ") {
      // In the order of the schema, as they are written, the next one is found at once.
      var place = expected
      var found: Int?
      for _ in element.attributes {
        if place >= element.attributes.upperBound { place = element.attributes.lowerBound }
        let name = form.attributes[place].name
        if isNext(name, at: next), next + name.count < bytes.count,
          bytes[next + name.count] == UInt8(ascii: "=")
        {
          found = place
          break
        }
        place += 1
      }
      guard let found else {
        guard !isDeclared, takes("xmlns=\"".utf8), let value = through("\""),
          bytes[value].elementsEqual(form.text[form.namespace])
        else { return false }
        isDeclared = true
        continue
      }
      next += form.attributes[found].name.count + 1
      guard takes("\""), let value = through("\"") else { return false }
      let index = found - element.attributes.lowerBound
      let bit = UInt64(1) << UInt64(index)
      guard seen & bit == 0, takesValue(value, form.attributes[found]) else { return false }
      seen |= bit
      values[index] = value
      expected = found + 1
    }
    return isDeclared && element.required & ~seen == 0
  }

  // MARK: - Values

  private func takesValue(_ range: Range<Int>, _ attribute: SchemaForm.Attribute) -> Bool {
    if let fixed = attribute.fixed {
      guard range.count == fixed.count, isNext(fixed, at: range.lowerBound) else { return false }
    }
    return takesValue(range, attribute.value)
  }

  private func takesValue(_ range: Range<Int>, _ value: SchemaForm.Value) -> Bool {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    if let machine = value.machine {
      guard PatternMachine.matches(text, machines + machine) else { return false }
    }
    switch value.meaning {
    case .text(let isRequired):
      guard !text.isEmpty || !isRequired else { return false }
      guard value.choices.isEmpty else {
        return value.choices.contains {
          let choice = form.choices[$0]
          return choice.count == range.count && isNext(choice, at: range.lowerBound)
        }
      }
      return value.machine != nil || XMLPlainText.isPlain(text)
        || DocumentAcceptance.isSpelled(text)
    case .date: return CivilDate(iso: text) != nil
    case .moment:
      // No zone is farther from UTC.
      return ClockReading(bytes: text).map { abs($0.secondsFromUTC) <= 14 * 3600 } ?? false
    case .number(let least, let takesPoint):
      return DocumentAcceptance.isNumber(text, least, takesPoint)
    }
  }

  /// Whether a value is a number of few digits, with a point in it where it may have one.
  private static func isNumber(
    _ text: UnsafeBufferPointer<UInt8>, _ least: Int, _ takesPoint: Bool
  ) -> Bool {
    guard (1...18).contains(text.count) else { return false }
    var number = 0
    var points = 0
    for byte in text {
      if byte == UInt8(ascii: "."), takesPoint {
        points += 1
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    let point = UInt8(ascii: ".")
    return number >= least && points <= 1 && text.first != point && text.last != point
  }

  /// The references that are written.
  private static let references = ["lt", "gt", "amp", "quot", "#9", "#10", "#13"]

  /// Whether bytes are a text as ``XMLOutput`` spells it.
  private static func isSpelled(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let text = String(validating: text, as: UTF8.self) else { return false }
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "<", ">", "\"", "\u{FFFE}", "\u{FFFF}": return false
      case "&":
        guard let end = scalars.firstIndex(of: ";"),
          references.contains(String(scalars[..<end]))
        else { return false }
        scalars = scalars[scalars.index(after: end)...]
      default: guard scalar.value >= 0x20 else { return false }
      }
    }
    return true
  }
}
