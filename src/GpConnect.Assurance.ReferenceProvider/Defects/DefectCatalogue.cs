namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Every defect that a practice can be given.</summary>
public static class DefectCatalogue
{
    /// <summary>By id.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        .. TlsDefects.All,
        .. HttpDefects.All,
        .. ServiceRootDefects.All,
        .. ResponseTimeDefects.All,
        .. RefusalDefects.All,
        .. RequestHeaderDefects.All,
        .. TokenDefects.All,
        .. ErrorDefects.All,
        .. ResourceDefects.All,
        .. CapabilityStatementDefects.All,
        .. FindAPatientDefects.All,
        .. PatientDefects.All,
        .. RegisterAPatientDefects.All,
        .. StaffAndSiteDefects.All,
        .. SearchForFreeSlotsDefects.All,
        .. SlotDefects.All,
        .. BookAnAppointmentDefects.All,
        .. AppointmentDefects.All,
        .. ReadAppointmentDefects.All,
        .. ChangeAppointmentDefects.All,
        .. AppointmentSwitchDefects.All,
        .. AppointmentStatementDefects.All,
    ];

    /// <summary>The defect with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Defect Find(string id) =>
        All.FirstOrDefault(defect => string.Equals(defect.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new KeyNotFoundException($"There is no defect '{id}'.");
}
