"""Writes england-and-wales.csv: the holidays of every year from 1978 to 2050 as the Python package `holidays` has them.

    pip install holidays==0.109
    python tests/integration/bank_holidays/make.py > tests/integration/bank_holidays/england-and-wales.csv

holidays is by the Vacanza Team, under the MIT licence: https://pypi.org/project/holidays/
"""

import holidays

england = holidays.country_holidays("GB", subdiv="ENG", years=range(1978, 2051))
wales = holidays.country_holidays("GB", subdiv="WLS", years=range(1978, 2051))
assert dict(england) == dict(wales)

print(f"# holidays {holidays.__version__} (MIT licence), GB, ENG and WLS")
print("date,name")
for date, name in sorted(england.items()):
    print(f"{date},{name}")
