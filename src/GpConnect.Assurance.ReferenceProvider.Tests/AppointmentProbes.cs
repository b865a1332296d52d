using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>Calls that between them show everything that a practice does with appointments. Each takes what the ones before it left.</summary>
internal static class AppointmentProbes
{
    public static readonly IReadOnlyList<Func<Consumer, Task<Answer>>> All = [.. Searches(), .. Bookings(), .. Retrievals(), .. Changes(), .. SwitchedOff()];

    private static string Day(int days) => AppointmentCalls.Day(UkTime.DayOf(DateTimeOffset.UtcNow).AddDays(days));

    private static string Range(int from, int to) => $"start=ge{Day(from)}&start=le{Day(to)}";

    private static IEnumerable<Func<Consumer, Task<Answer>>> Searches()
    {
        var right = $"status=free&start=ge{Day(2)}&end=le{Day(3)}&_include=Slot:schedule";
        string[] queries =
        [
            right + AppointmentCalls.Includes,
            right,
            right + "&unknown-param=x",
            right + "&_include:recurse=Schedule:actor:Location",
            right + AppointmentCalls.OrganisationType + "urgent-care",
            right + AppointmentCalls.OdsCode + "X99999",
            right + AppointmentCalls.OrganisationType + "urgent-care" + AppointmentCalls.OdsCode + "X99999",
            right + AppointmentCalls.OdsCode + "X99999" + AppointmentCalls.OrganisationType + "urgent-care",
            right + "&searchFilter=https://example.org/unknown%7C1",
            $"start=ge{Day(2)}&end=le{Day(3)}&_include=Slot:schedule",
            right.Replace("=free", "=busy", StringComparison.Ordinal),
            right.Replace("&_include=Slot:schedule", "", StringComparison.Ordinal),
            $"status=free&end=le{Day(3)}&_include=Slot:schedule",
            right + $"&start=ge{Day(3)}",
            $"status=free&start=ge{Day(1)}&end=le{Day(20)}&_include=Slot:schedule",
            $"status=free&start=ge{Day(1)[..4]}&end=le{Day(1)[..4]}&_include=Slot:schedule",
            $"status=free&start=ge{Day(3)}&end=le{Day(1)}&_include=Slot:schedule",
            $"status=free&start=ge{Day(-3)}&end=le{Day(-2)}&_include=Slot:schedule",
            $"status=free&start=ge{Day(1)}T09:05:00%2B00:00&end=le{Day(1)}T16:05:00%2B01:00&_include=Slot:schedule",
            $"status=free&start=ge{Day(10)}&end=le{Day(10)}&_include=Slot:schedule",
            $"status=free&start=ge{Day(400)}&end=le{Day(400)}&_include=Slot:schedule",
            $"status=free&start=ge{Day(700)}&end=le{Day(710)}&_include=Slot:schedule",
        ];
        foreach (var query in queries)
        {
            yield return consumer => consumer.SearchSlots(query);
        }

        yield return consumer => consumer.SearchSlots(right, request => SspHeaderTests.Change(request, "Accept", "application/fhir+xml"));
    }

    private static IEnumerable<Func<Consumer, Task<Answer>>> Bookings()
    {
        foreach (var (_, change) in AppointmentFaults.All.Values)
        {
            yield return async consumer =>
            {
                var (found, slots) = await Slots(consumer, "Routine GP appointment");
                var form = AppointmentForm.For(found, Patient(consumer), slots[0]);
                change(form);
                return await consumer.Book(form);
            };
        }

        foreach (var role in new[] { "sensitive", "dissent", "temporary" })
        {
            yield return async consumer =>
            {
                var (found, slots) = await Slots(consumer, "Video consultation");
                return await consumer.Book(AppointmentForm.For(found, consumer.TestData.Patients[role], slots[0]));
            };
        }

        foreach (var change in new Action<JsonObject>[]
        {
            form => form["contained"]![0]!.AsObject().Remove("type"),
            form => (form["description"], form["comment"]) = (new string('é', 100), new string('c', 500)),
        })
        {
            yield return async consumer =>
            {
                var (found, slots) = await Slots(consumer, "Routine GP appointment");
                var form = AppointmentForm.For(found, Patient(consumer), slots[0]);
                change(form);
                var booked = await consumer.Book(form);
                return booked.Status == 201 ? await consumer.Cancel(AppointmentForm.Cancelled(booked.Json), "1") : booked;
            };
        }

        foreach (var choice in new Func<IReadOnlyList<JsonObject>, JsonObject[]>[]
        {
            slots => [slots[0], slots[1]],
            slots => [slots[1], slots[0]],
            slots => [slots[0], slots[2]],
        })
        {
            yield return async consumer =>
            {
                var (found, slots) = await Slots(consumer, "Nurse telephone review", count: 4);
                return await consumer.Book(AppointmentForm.For(found, Patient(consumer), choice(slots)));
            };
        }

        yield return consumer => OfDifferentKinds(consumer, 1);
        yield return consumer => OfDifferentKinds(consumer, 2);
        yield return OfDifferentSchedules;
        yield return Twice;
        yield return AtOnce;
        yield return HalfTaken;
        foreach (var role in new[] { "unmarked", "visit", "embargoed" })
        {
            yield return consumer => Hidden(consumer, role);
        }

        yield return consumer => OfOthers(consumer, "type-restricted", AppointmentCalls.OrganisationType + "urgent-care");
        yield return consumer => OfOthers(consumer, "code-restricted", AppointmentCalls.OdsCode + "X99999");
        yield return Limited;
        yield return InThePast;
        yield return AsXml;
        yield return async consumer => (await consumer.FindSlots(1, 3)).Answer;
    }

    private static IEnumerable<Func<Consumer, Task<Answer>>> Retrievals()
    {
        var seeded = (Consumer consumer) => consumer.TestData.Patients["booked-in-practice"];
        string[] queries =
        [
            Range(0, 14), Range(2, 2), Range(0, 1), Range(3, 14),
            Range(300, 310), Range(-1, 1), Range(5, 3),
            $"start=le{Day(3)}&start=ge{Day(1)}", $"start=ge{Day(1)}", $"start=ge{Day(1)}T10:00:00Z&start=le{Day(3)}", $"start=ge{Day(1)[..4]}&start=le{Day(3)}",
        ];
        foreach (var query in queries)
        {
            yield return consumer => consumer.Retrieve(seeded(consumer), query);
        }

        foreach (var role in new[] { "registered", "sensitive", "dissent", "incomplete-appointment" })
        {
            yield return consumer => consumer.Retrieve(consumer.TestData.Patients[role], 0, 14);
        }

        yield return consumer => consumer.Retrieve(seeded(consumer) with { LogicalId = "none" }, 0, 14);
        foreach (var role in new[] { "past", "earlier-today", "in-practice", "visit", "cancelled-in-practice", "booked-by-another-organisation", "incomplete" })
        {
            yield return consumer => consumer.ReadAppointment(consumer.TestData.Appointments[role].Id);
        }

        yield return consumer => consumer.ReadAppointment("none");
        yield return consumer => consumer.ReadAppointment(consumer.TestData.Appointments["in-practice"].Id.ToUpperInvariant());
        yield return consumer => consumer.GetMetadata();
    }

    private static IEnumerable<Func<Consumer, Task<Answer>>> SwitchedOff()
    {
        yield return consumer => consumer.WithoutAppointments.Retrieve(consumer.TestData.Patients["registered"], 0, 7);
        yield return consumer => consumer.WithoutAppointments.FindPatient("registered");
    }

    private static IEnumerable<Func<Consumer, Task<Answer>>> Changes()
    {
        yield return Changed((consumer, booked) => consumer.Amend(booked, null));
        yield return Changed((consumer, booked) => consumer.Cancel(AppointmentForm.Cancelled(booked), null));
        yield return Changed((consumer, booked) => consumer.Amend(AppointmentForm.Amended(booked, "Other", "Other"), "9"));
        yield return Changed((consumer, booked) => consumer.Cancel(AppointmentForm.Cancelled(booked), "9"));
        yield return Changed((consumer, booked) => consumer.Amend(AppointmentForm.Amended(booked, new string('d', 100), new string('c', 500)), "1"));
        yield return Changed((consumer, booked) => consumer.Amend(AppointmentForm.Amended(booked, new string('d', 101)), "1"));
        yield return Changed((consumer, booked) => consumer.Amend(AppointmentForm.Amended(booked, "Other", "Added"), "1"), form => form.Remove("comment"));
        yield return Changed((consumer, booked) => consumer.Cancel(AppointmentForm.Cancelled(booked, reason: null), "1"));
        yield return Changed((consumer, booked) =>
        {
            var form = AppointmentForm.Cancelled(booked);
            form["status"] = "booked";
            return consumer.Cancel(form, "1");
        });
        yield return Changed((consumer, booked) =>
        {
            var form = AppointmentForm.Amended(booked, "Other");
            form["id"] = "none";
            return consumer.Amend(form, "1");
        });
        yield return Changed((consumer, booked) =>
        {
            var form = AppointmentForm.Cancelled(booked);
            form["id"] = "none";
            return consumer.Cancel(form, "1");
        });
        yield return Changed((consumer, booked) =>
        {
            var form = AppointmentForm.Amended(booked, "Other");
            form["meta"]!.AsObject().Remove("profile");
            return consumer.Amend(form, "1");
        });
        yield return Changed(async (consumer, booked) =>
        {
            var form = AppointmentForm.Amended(booked, "Half done");
            form["priority"] = 7;
            await consumer.Amend(form, "1");
            return await consumer.ReadAppointment(booked["id"]!.GetValue<string>());
        });
        yield return Changed(async (consumer, booked) =>
        {
            var form = AppointmentForm.Cancelled(booked);
            form["priority"] = 7;
            await consumer.Cancel(form, "1");
            return await consumer.ReadAppointment(booked["id"]!.GetValue<string>());
        });
        foreach (var change in AppointmentChanges.All.Values)
        {
            yield return Changed((consumer, booked) =>
            {
                var form = AppointmentForm.Amended(booked, "Other");
                change(form);
                return consumer.Amend(form, "1");
            });
            yield return Changed((consumer, booked) =>
            {
                var form = AppointmentForm.Cancelled(booked);
                change(form);
                return consumer.Cancel(form, "1");
            });
        }

        yield return Changed((consumer, booked) => consumer.Amend(AppointmentForm.Amended(booked, "Of others"), "1", token: AnotherOrganisation));
        yield return Changed((consumer, booked) => consumer.Cancel(AppointmentForm.Cancelled(booked), "1", token: AnotherOrganisation));
        yield return Changed(async (consumer, booked) =>
        {
            var amended = await consumer.Amend(AppointmentForm.Amended(booked, "Amended"), "1");
            await consumer.Cancel(AppointmentForm.Cancelled(amended.Json), "2");
            return await consumer.ReadAppointment(booked["id"]!.GetValue<string>());
        });
        yield return Changed(async (consumer, booked) =>
        {
            await consumer.Cancel(AppointmentForm.Cancelled(booked), "1");
            return await consumer.Amend(AppointmentForm.Amended(booked, "Too late"), "2");
        });
        foreach (var role in new[] { "past", "visit" })
        {
            yield return Changed((consumer, booked) => consumer.Amend(OfId(booked, consumer.TestData.Appointments[role].Id), "1"));
            yield return Changed((consumer, booked) => consumer.Cancel(OfId(AppointmentForm.Cancelled(booked), consumer.TestData.Appointments[role].Id), "1"));
        }

        yield return SeveralCancelled;
        yield return consumer => consumer.Retrieve(Patient(consumer), 0, 14);
    }

    private static Func<Consumer, Task<Answer>> Changed(Func<Consumer, JsonObject, Task<Answer>> change, Action<JsonObject>? before = null) => async consumer =>
    {
        var (found, slots) = await Slots(consumer, "Routine GP appointment");
        var form = AppointmentForm.For(found, Patient(consumer), slots[0]);
        form["priority"] = 1;
        before?.Invoke(form);
        var booked = await consumer.Book(form);
        return booked.Status == 201 && booked.Body.Length > 0 && booked.Json["id"] is not null ? await change(consumer, booked.Json) : booked;
    };

    /// <summary>Slots of the first day that has enough of them.</summary>
    private static async Task<(SlotsFound Found, IReadOnlyList<JsonObject> Slots)> Slots(Consumer consumer, string serviceType, int count = 1, string filters = "")
    {
        for (var day = 1; ; day++)
        {
            var found = await consumer.FindSlots(day, day, filters);
            var slots = found.OfType(serviceType);
            if (slots.Count >= count || day == 13)
            {
                return (found, slots);
            }
        }
    }

    private static TestPatient Patient(Consumer consumer) => consumer.TestData.Patients["registered"];

    private static void AnotherOrganisation(ConsumerToken token) =>
        token.Claims["requesting_organization"]!["identifier"]![0]!["value"] = "Z00001";

    private static JsonObject OfId(JsonObject appointment, string id)
    {
        var other = appointment.DeepClone().AsObject();
        other["id"] = id;
        return other;
    }

    private static async Task<Answer> OfDifferentKinds(Consumer consumer, int first)
    {
        var (found, _) = await Slots(consumer, "Results");
        var day = found.Slots.Where(slot => slot["schedule"]!["reference"]!.GetValue<string>() == found.OfType("Results")[0]["schedule"]!["reference"]!.GetValue<string>()).ToList();
        return await consumer.Book(AppointmentForm.For(found, Patient(consumer), day[first], day[first + 1]));
    }

    private static async Task<Answer> OfDifferentSchedules(Consumer consumer)
    {
        var (found, slots) = await Slots(consumer, "Routine GP appointment", count: 18);
        var (first, second) = slots.SelectMany(first => slots.Select(second => (first, second))).First(pair =>
            pair.first["end"]!.GetValue<string>() == pair.second["start"]!.GetValue<string>()
            && pair.first["schedule"]!["reference"]!.GetValue<string>() != pair.second["schedule"]!["reference"]!.GetValue<string>());
        return await consumer.Book(AppointmentForm.For(found, Patient(consumer), first, second));
    }

    private static async Task<Answer> Twice(Consumer consumer)
    {
        var (found, slots) = await Slots(consumer, "Video consultation");
        await consumer.Book(AppointmentForm.For(found, Patient(consumer), slots[0]));
        return await consumer.Book(AppointmentForm.For(found, Patient(consumer), slots[0]));
    }

    private static async Task<Answer> AtOnce(Consumer consumer)
    {
        var (found, slots) = await Slots(consumer, "Video consultation");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => consumer.Book(AppointmentForm.For(found, Patient(consumer), slots[0]))));
        return answers.OrderBy(answer => answer.Status).ElementAt(1);
    }

    private static async Task<Answer> HalfTaken(Consumer consumer)
    {
        var (found, slots) = await Slots(consumer, "Nurse telephone review", count: 4);
        await consumer.Book(AppointmentForm.For(found, Patient(consumer), slots[1]));
        await consumer.Book(AppointmentForm.For(found, Patient(consumer), slots[0], slots[1]));
        return (await consumer.FindSlots(1, 3)).Answer;
    }

    /// <summary>Books a slot that this organisation cannot have.</summary>
    private static async Task<Answer> Hidden(Consumer consumer, string role)
    {
        var expected = consumer.TestData.Slots[role].Expected;
        var (found, slots) = await Slots(consumer, "Routine GP appointment");
        var form = AppointmentForm.For(found, Patient(consumer), slots[0]);
        form["slot"]![0]!["reference"] = "Slot/" + expected["id"];
        (form["start"], form["end"]) = (expected["start"], expected["end"]);
        return await consumer.Book(form);
    }

    /// <summary>Books a slot that is found with other filters than fit this organisation.</summary>
    private static async Task<Answer> OfOthers(Consumer consumer, string role, string filters)
    {
        var (found, slots) = await Slots(consumer, consumer.TestData.Slots[role].ServiceType, filters: filters);
        var form = AppointmentForm.For(found, Patient(consumer), slots[0]);
        form["contained"]![0]!["identifier"]![0]!["value"] = "Z00001";
        return await consumer.Book(form);
    }

    private static async Task<Answer> Limited(Consumer consumer)
    {
        var (found, slots) = await Slots(consumer, consumer.TestData.Slots["limited"].ServiceType, count: 4);
        await consumer.Book(AppointmentForm.For(found, Patient(consumer), slots[0]));
        return await consumer.Book(AppointmentForm.For(found, Patient(consumer), slots[1]));
    }

    private static async Task<Answer> InThePast(Consumer consumer)
    {
        var found = await consumer.FindSlots(-5, -3);
        return await consumer.Book(AppointmentForm.For(found, Patient(consumer), found.Slots[0]));
    }

    private static async Task<Answer> AsXml(Consumer consumer)
    {
        var (found, slots) = await Slots(consumer, "Routine GP appointment");
        var xml = FhirXmlWriter.Write(AppointmentForm.For(found, Patient(consumer), slots[0]));
        return await consumer.Book([], request => request.Content = Consumer.Content(System.Text.Encoding.UTF8.GetString(xml), "application/fhir+xml"));
    }

    private static async Task<Answer> SeveralCancelled(Consumer consumer)
    {
        var (found, slots) = await Slots(consumer, "Nurse telephone review", count: 4);
        var booked = await consumer.Book(AppointmentForm.For(found, Patient(consumer), [.. slots.Take(2)]));
        await consumer.Cancel(AppointmentForm.Cancelled(booked.Json), "1");
        return (await consumer.FindSlots(1, 3)).Answer;
    }
}
