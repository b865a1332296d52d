using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Asks a terminology service about a coded element: one code in the value set is enough, and all must be out of it to say that none is.</summary>
internal static class TerminologyQuestion
{
    private static readonly int CodingName = FhirNames.Intern("coding");
    private static readonly int SystemName = FhirNames.Intern("system");
    private static readonly int CodeName = FhirNames.Intern("code");

    internal static CodeAnswer Ask(ITerminologyService service, FhirNode node, string valueSet, ValueSetRules? rules)
    {
        if (node.HasValue)
        {
            return CodeAnswer.Unanswered("a code without a system is not asked of a terminology server");
        }

        CodeAnswer? answer = null;
        foreach (var coding in node.ChildrenNamed(CodingName))
        {
            answer = Better(answer, OfCoding(service, coding, valueSet, rules));
            if (answer?.IsMember == true)
            {
                break;
            }
        }

        return answer ?? OfCoding(service, node, valueSet, rules) ?? CodeAnswer.Unanswered("there is no code");
    }

    /// <returns>Null without a code.</returns>
    private static CodeAnswer? OfCoding(ITerminologyService service, FhirNode coding, string valueSet, ValueSetRules? rules)
    {
        var system = coding.Child(SystemName);
        var code = coding.Child(CodeName);
        return !code.HasValue ? null
            // Without a system no one can tell what the code means.
            : !system.HasValue ? CodeAnswer.NotMember
            : rules?.Contains(system.ValueUtf8, code.ValueUtf8) == Membership.No ? CodeAnswer.NotMember
            : service.ValidateCode(valueSet, system.Value!, code.Value!);
    }

    /// <summary>A code in the value set outweighs one that could not be asked, and that one a code that is not in it.</summary>
    private static CodeAnswer? Better(CodeAnswer? one, CodeAnswer? other) => Rank(other) > Rank(one) ? other : one;

    private static int Rank(CodeAnswer? answer) => answer is not { } given ? -1 : given.IsMember switch { true => 2, null => 1, false => 0 };
}
