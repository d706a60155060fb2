extension CalendarSentence {
  /// The name of what is wrong.
  package var problem: CalendarProblem {
    switch self {
    case .notUTF8: .notUTF8
    case .nestedTooDeep: .nestedTooDeep
    case .emptyFile: .emptyFile
    case .anchor: .anchor
    case .syntax: .syntax
    case .repeatedKey: .repeatedKey
    case .notAMapping: .notAMapping
    case .notAList: .notAList
    case .notAText: .notAText
    case .controlCharacter: .controlCharacter
    case .notAPerson: .notAPerson
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .notANumber: .notANumber
    case .notAChoice: .notAChoice
    case .noSuchDate: .noSuchDate
    case .noSuchDayOfYear: .noSuchDayOfYear
    case .noSuchMonth: .noSuchMonth
    case .noSuchRegionCode: .noSuchRegionCode
    case .noSuchPart: .noSuchPart
    case .emptyValidity: .emptyValidity
    case .noSource: .noSource
    case .unknownShape: .unknownShape
    case .offsetNeedsOneCount: .offsetNeedsOneCount
    case .repeatedUnit: .repeatedUnit
    case .repeatedReport: .repeatedReport
    case .unknownReport: .unknownReport
    case .unknownEvent: .unknownEvent
    case .unknownDecree: .unknownDecree
    case .ambiguousAlias: .ambiguousAlias
    case .noRule: .noRule
    case .twoRulesInForce: .twoRulesInForce
    case .quarterContradicts: .quarterContradicts
    case .wrongYear: .wrongYear
    case .dateOutsideYear: .dateOutsideYear
    case .noWorkingWeek: .noWorkingWeek
    case .notAKecamatan: .notAKecamatan
    case .repeatedOfficial: .repeatedOfficial
    case .unknownTerm: .unknownTerm
    case .keyNotOfTerm: .keyNotOfTerm
    case .noTerm: .noTerm
    case .notOfVillages: .notOfVillages
    case .unknownScale: .unknownScale
    case .targetNotWhole: .targetNotWhole
    case .targetOutsideScale: .targetOutsideScale
    case .noIndicatorSource: .noIndicatorSource
    case .twoIndicatorSources: .twoIndicatorSources
    case .percentWithoutDenominator: .percentWithoutDenominator
    case .indexFromDocuments: .indexFromDocuments
    case .sumOfIndices: .sumOfIndices
    case .surveyWithoutCombination: .surveyWithoutCombination
    case .surveyKind: .surveyKind
    case .scaleWithoutElements: .scaleWithoutElements
    case .targetOfShare: .targetOfShare
    case .repeatedIndicator: .repeatedIndicator
    case .unknownIndicator: .unknownIndicator
    case .notAnIndicatorCode: .notAnIndicatorCode
    case .unknownCard: .unknownCard
    case .sameAsOther: .sameAsOther
    case .signedWording: .signedWording
    case .noSuchStage: .noSuchStage
    case .emptyList: .emptyList
    case .keyNotOfChannel: .keyNotOfChannel
    case .noSuchHeader: .noSuchHeader
    case .oneOfKeys: .oneOfKeys
    case .noCondition: .noCondition
    case .notACondition: .notACondition
    case .noSuchHours: .noSuchHours
    case .escalationBeforeDue: .escalationBeforeDue
    case .repeatedChannel: .repeatedChannel
    case .notADecimal: .notADecimal
    case .wrongName: .wrongName
    case .noGrades: .noGrades
    case .repeatedGrade: .repeatedGrade
    case .gradesNotDescending: .gradesNotDescending
    case .repeatedElement: .repeatedElement
    case .tooManyElements: .tooManyElements
    case .malformed: .malformed
    case .fieldCount: .fieldCount
    case .elementNotOfScale: .elementNotOfScale
    case .unknownHeading: .unknownHeading
    case .repeatedColumn: .repeatedColumn
    case .noElementColumn: .noElementColumn
    case .columnWithoutHeading: .columnWithoutHeading
    case .notAnAnswer: .notAnAnswer
    case .answersInLetters: .answersInLetters
    case .lettersAmongNumbers: .lettersAmongNumbers
    case .lettersRead: .lettersRead
    case .noRespondent: .noRespondent
    case .decimalAnswer: .decimalAnswer
    case .respondentWithoutNumber: .respondentWithoutNumber
    case .serviceNotPlain: .serviceNotPlain
    case .noAnswers: .noAnswers
    case .linesWithoutAnswer: .linesWithoutAnswer
    case .respondentsWithoutService: .respondentsWithoutService
    case .numbersReadAsAnswers: .numbersReadAsAnswers
    case .moreFindings: .moreFindings
    }
  }
}

extension RegionSentence {
  /// The name of what is wrong.
  var problem: CalendarProblem {
    switch self {
    case .header: .regionHeader
    case .row: .regionRow
    case .utf16: .regionUtf16
    case .codeAsNumber: .regionCodeAsNumber
    case .columnOfWorth: .regionColumnOfWorth
    case .noVillage: .regionNoVillage
    case .repeated: .regionRepeated
    case .nameEmpty: .regionNameEmpty
    case .gap: .regionGap
    case .otherLevel: .regionOtherLevel
    case .ownCode: .regionOwnCode
    case .withoutStart: .regionWithoutStart
    case .stillThere: .regionStillThere
    case .twoSuccessors: .regionTwoSuccessors
    case .merged: .regionMerged
    case .common(let sentence): sentence.problem
    }
  }
}
