-- Languages without walls.
DO LANGUAGE plpython3u $$ import os; os.system('id') $$
