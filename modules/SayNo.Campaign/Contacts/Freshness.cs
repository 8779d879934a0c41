namespace SayNo.Campaign.Contacts;

/// <summary>How long ago somebody made sure that a contact is right.</summary>
public enum Freshness
{
    /// <summary>Nobody has checked it yet.</summary>
    NeverChecked,

    Fresh,

    /// <summary>Checked 60 days ago or longer.</summary>
    Amber,

    /// <summary>Checked 90 days ago or longer: shown after the others of its kind, and never alone.</summary>
    Red,
}

/// <summary>Tells the freshness of a contact, and when it changes.</summary>
public static class ContactFreshness
{
    public const int AmberAfterDays = 60;
    public const int RedAfterDays = 90;

    public static Freshness Of(DateOnly? checkedOn, DateTime now)
    {
        if (checkedOn is not { } day)
        {
            return Freshness.NeverChecked;
        }

        var days = DateOnly.FromDateTime(now).DayNumber - day.DayNumber;

        return days >= RedAfterDays ? Freshness.Red : days >= AmberAfterDays ? Freshness.Amber : Freshness.Fresh;
    }

    /// <summary>The moments at which it changes, UTC.</summary>
    public static IEnumerable<DateTime> Turns(DateOnly? checkedOn) => checkedOn is { } day
        ? [day.AddDays(AmberAfterDays).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), day.AddDays(RedAfterDays).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)]
        : [];
}
