from warmonitor.reference.outlets import Outlet, OutletKind, OutletRegister, Owner, load_outlets


def test_names_and_aliases_lead_to_one_outlet() -> None:
    register = load_outlets()
    for name in ("AFP", "Agence France-Presse", "agence france-presse"):
        found = register.named(name)
        assert found is not None
        assert found.name == "AFP"


def test_short_names_keep_their_case() -> None:
    register = load_outlets()
    assert register.named("AP") is not None
    assert register.named("ap") is None
    assert register.named("map") is None


def test_a_name_that_two_agencies_share_names_neither() -> None:
    assert load_outlets().named("APA") is None
    assert load_outlets().agencies_in("(APA)") == ()


def test_domains_with_their_subdomains() -> None:
    register = load_outlets()
    found = register.at("https://www.bbc.co.uk/news/world-1")
    assert found is not None
    assert found.name == "BBC"
    assert register.at("https://notbbc.co.uk/") is None
    assert register.at("http://[broken") is None


def test_agencies_of_a_credit_in_their_order() -> None:
    register = load_outlets()
    assert register.agencies_in("(A. Person/SUNA via AP)") == ("SUNA", "AP")
    assert register.agencies_in("Photo: CAPITAL") == ()
    assert register.agencies_in("Reuters, REUTERS and Thomson Reuters") == ("Reuters",)


def test_register_is_well_formed() -> None:
    outlets = load_outlets().outlets
    names = [outlet.name for outlet in outlets]
    domains = [domain for outlet in outlets for domain in outlet.domains]
    assert len(outlets) > 450
    assert len(set(names)) == len(names)
    assert len(set(domains)) == len(domains)
    assert all(len(o.country) == 2 and o.country.isupper() for o in outlets)
    assert all(domain == domain.lower() and "/" not in domain for domain in domains)


def test_every_continent_has_agencies_and_outlets() -> None:
    outlets = load_outlets().outlets
    for country in ("UA", "SD", "MM", "SY", "CO", "IN", "ET", "IL", "PS", "IR", "CD"):
        assert any(o.country == country for o in outlets), country


def test_an_empty_register_finds_nothing() -> None:
    empty = OutletRegister(())
    assert empty.agencies_in("AFP") == ()
    assert empty.at("x.org") is None


def test_state_owned_follows_the_owner() -> None:
    assert Outlet("X", OutletKind.AGENCY, "FR", Owner.STATE).state_owned
    assert not Outlet("Y", OutletKind.PAPER, "FR", Owner.PUBLIC).state_owned
