namespace SayNo.Campaign.Contacts;

/// <summary>The contacts of one kind.</summary>
/// <param name="Kind">One of <see cref="ContactKind"/>.</param>
/// <param name="Contacts">The better place to start first.</param>
public sealed record ContactGroup(string Kind, IReadOnlyList<CountryContact> Contacts)
{
    /// <summary>The same contacts as the page lists them: for the removal of pictures by the age at which the picture was taken.</summary>
    public IReadOnlyList<ContactList> Lists =>
    [
        .. Contacts.GroupBy(contact => contact.ForAge)
            .OrderBy(age => AgeGroup.InOrder.ToList().IndexOf(age.Key))
            .Select(age => new ContactList(age.Key, [.. age])),
    ];
}

/// <summary>Contacts that a child reads one after the other.</summary>
/// <param name="ForAge">One of <see cref="AgeGroup"/>.</param>
/// <param name="Contacts">At least one.</param>
public sealed record ContactList(string ForAge, IReadOnlyList<CountryContact> Contacts)
{
    /// <summary>
    /// True if all of them were checked so long ago that they must not stand alone: the emergency number and the child helpline go before them.
    /// </summary>
    public bool NeedsFallback => Contacts.All(contact => contact.Freshness == Freshness.Red);
}
