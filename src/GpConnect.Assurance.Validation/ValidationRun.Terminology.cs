using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Codes that the definitions carried cannot decide.</summary>
internal sealed partial class ValidationRun
{
    private void Undecided(FhirNode node, ElementRule rule, Binding binding)
    {
        // What is only preferred is not worth a question to a server.
        if (terminology is null || binding.Strength is not (BindingStrength.Required or BindingStrength.Extensible))
        {
            NotChecked(node, rule, binding, "from the definitions carried");
            return;
        }

        var answer = TerminologyQuestion.Ask(terminology, node, binding.ValueSet, binding.Rules);
        if (answer.IsMember is null)
        {
            NotChecked(node, rule, binding, $"because {answer.Reason}");
        }
        else if (answer.IsMember == false)
        {
            ReportCode(node, rule, SeverityOf(binding.Strength), binding.ValueSet);
        }
    }

    /// <summary>Once for each value set: a structured record has thousands of SNOMED CT codes.</summary>
    private void NotChecked(FhirNode node, ElementRule rule, Binding binding, string because)
    {
        if (_trials == 0 && binding.Strength == BindingStrength.Required && _notChecked.Add(binding.ValueSet))
        {
            Report(
                IssueCode.CodeNotChecked,
                node,
                rule,
                null,
                $"Whether {CodedValue.Describe(node)} is in the value set {binding.ValueSet} cannot be decided {because}; other codes of it in this document may be undecided too.",
                binding.ValueSet,
                CodedValue.Describe(node));
        }
    }
}
