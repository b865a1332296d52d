namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

internal enum LogicalOperator
{
    And,
    Or,
    Xor,
    Implies,
}
